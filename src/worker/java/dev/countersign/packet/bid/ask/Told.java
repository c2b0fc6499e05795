package dev.countersign.packet.bid.ask;

import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;
import dev.countersign.workflow.Park;
import java.time.Duration;
import java.time.Instant;

/// What a model told, or why it told nothing. A comparison waits for a model, but not for long: it
/// can be had without one.
public sealed interface Told<T> {
  /// A wait that is longer than this is no wait but a missing model.
  Duration PATIENCE = Duration.ofMinutes(10);

  record Something<T>(Answered<T> answered) implements Told<T> {}

  /// @param fault by a stable name
  record Nothing<T>(String fault) implements Told<T> {}

  /// @param now when this try of the step began
  /// @throws Park when the step must wait first; let it pass
  static <T> Told<T> by(Models models, Instant now, ModelTask<T> task) {
    try {
      return new Something<>(models.ask(task));
    } catch (ModelFault fault) {
      return new Nothing<>(fault.kind().wireName());
    } catch (Park park) {
      if (park.until().isBefore(now.plus(PATIENCE))) throw park;
      return new Nothing<>(ModelFault.Kind.UNAVAILABLE.wireName());
    }
  }
}
