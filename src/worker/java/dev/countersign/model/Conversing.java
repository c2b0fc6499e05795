package dev.countersign.model;

import dev.countersign.store.ToolRow;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.Models;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Models that can be talked with over several turns, each stored as it comes: for what runs
/// agents.
public interface Conversing extends Models {
  /// The model's answer to these turns; asked once for each task of the step.
  <T> Answered<T> ask(Question question, Function<Reply, Reading<T>> reader);

  /// What `work` came to, stored with its line in the log of calls in one transaction under the
  /// job's fence, and never done again once it is.
  ///
  /// @param key tells it from the step's other parts
  /// @param line null when it is no use of a tool
  <R> R once(String key, Class<R> type, Supplier<R> work, @Nullable Function<R, ToolRow> line);
}
