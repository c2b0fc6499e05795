package dev.countersign.job;

import java.time.Instant;
import java.util.Optional;

/// What must happen next to a job, and when somebody has to look at it again at the latest.
public sealed interface Next {
  /// A worker must take it, not before `notBefore`.
  record Run(Instant notBefore) implements Next {}

  /// A worker holds it until `lapses`.
  record Watch(Instant lapses) implements Next {}

  /// Those whose turn it is and who were not told must be: the gate's `untold()`.
  record TellReviewers(Gate gate) implements Next {}

  /// Those whose turn it is must be reminded.
  ///
  /// @param number of the reminder, from 1
  record Remind(Gate gate, int number) implements Next {}

  /// A person must decide; time itself changes something at `until`: a reminder, an escalation, or
  /// the end.
  record AwaitDecision(Gate gate, Instant until) implements Next {}

  /// An event that time itself brings must be applied now.
  record Apply(JobEvent event) implements Next {}

  /// Nothing happens by itself any more.
  record Nothing() implements Next {}

  /// Empty only for `Nothing`.
  default Optional<Instant> at(Instant now) {
    return switch (this) {
      case Run run -> Optional.of(run.notBefore());
      case Watch watch -> Optional.of(watch.lapses());
      case TellReviewers _, Remind _, Apply _ -> Optional.of(now);
      case AwaitDecision wait -> Optional.of(wait.until());
      case Nothing _ -> Optional.empty();
    };
  }
}
