package dev.countersign.model;

import dev.countersign.job.Job;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.ToolLog;
import dev.countersign.store.ToolRow;
import dev.countersign.store.Write;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does something once for a step, and keeps what it came to.
@ApplicationScoped
class StoreOnce {
  private final Checkpoints checkpoints;
  private final ToolLog tools;

  StoreOnce(Checkpoints checkpoints, ToolLog tools) {
    this.checkpoints = checkpoints;
    this.tools = tools;
  }

  <R> R once(
      Job held, String key, Class<R> type, Supplier<R> work, @Nullable Function<R, ToolRow> line) {
    return checkpoints
        .part(held, key)
        .map(json -> ModelJson.read(json, type))
        .orElseGet(() -> done(held, key, type, work.get(), line));
  }

  /// As every later try will read it.
  private <R> R done(
      Job held, String key, Class<R> type, R result, @Nullable Function<R, ToolRow> line) {
    var json = ModelJson.write(result);
    List<Write> with = line == null ? List.of() : List.of(tools.line(held, line.apply(result)));
    if (!checkpoints.writePart(held, held.currentStep().name(), key, json, with))
      throw new CancellationException("the job is no longer held by this worker");
    return ModelJson.read(json, type);
  }
}
