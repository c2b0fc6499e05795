package dev.countersign.job;

import java.time.Instant;
import java.util.Optional;

/// What must happen next to a job, and when somebody has to look at it again at the latest.
public sealed interface Next {
  /// A worker must take it, not before `notBefore`.
  record Run(Instant notBefore) implements Next {}

  /// A worker holds it until `lapses`.
  record Watch(Instant lapses) implements Next {}

  /// The reviewers must be told.
  record TellReviewers(Gate gate) implements Next {}

  /// A person must decide until `expires`.
  record AwaitDecision(Gate gate, Instant expires) implements Next {}

  /// An event that time itself brings must be applied now.
  record Apply(JobEvent event) implements Next {}

  /// Nothing happens by itself any more.
  record Nothing() implements Next {}

  /// Empty only for `Nothing`.
  default Optional<Instant> at(Instant now) {
    return switch (this) {
      case Run run -> Optional.of(run.notBefore());
      case Watch watch -> Optional.of(watch.lapses());
      case TellReviewers _, Apply _ -> Optional.of(now);
      case AwaitDecision wait -> Optional.of(wait.expires());
      case Nothing _ -> Optional.empty();
    };
  }
}
