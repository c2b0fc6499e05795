package dev.countersign.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a job stands; each variant holds only what is true in it.
public sealed interface JobState {
  /// Ready for a worker.
  record Queued(Instant since) implements JobState {}

  /// A worker holds it.
  record Running(Lease lease) implements JobState {}

  /// Begun, and waiting for something that is not a person.
  record Waiting(Reason reason, Instant since, Instant until) implements JobState {
    public enum Reason {
      RETRY,
      MODEL,
      CAPACITY,
      PAUSED;

      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// Stopped for a signature.
  record NeedsReview(Gate gate) implements JobState {}

  /// Decided, its effects ready to be performed, not before `readyAt`.
  record Approved(Gate gate, Decision decision, Instant readyAt) implements JobState {}

  /// A worker performs its effects.
  record Performing(Gate gate, Decision decision, Lease lease) implements JobState {}

  /// Canceled while an effect was being attempted; ends when the attempt does.
  record Stopping(Gate gate, Decision decision, Lease lease, CancelRequest cancel)
      implements JobState {}

  /// Stopped: only a person's retry or cancel leads on.
  ///
  /// @param signed what was approved, when it failed after that, so that a retry goes on there
  record Failed(Failure failure, Instant at, @Nullable Signed signed) implements JobState {}

  record Completed(Instant at) implements JobState {}

  record Rejected(Gate gate, Decision decision) implements JobState {}

  record Canceled(CancelReceipt receipt) implements JobState {}

  record Expired(Gate gate, Instant at) implements JobState {}

  /// A gate with the decision that opened it.
  record Signed(Gate gate, Decision decision) {}

  /// Whether nothing can ever change again.
  default boolean terminal() {
    return switch (this) {
      case Completed _, Rejected _, Canceled _, Expired _ -> true;
      case Queued _, Running _, Waiting _, NeedsReview _ -> false;
      case Approved _, Performing _, Stopping _, Failed _ -> false;
    };
  }

  /// The request that is open, or what was said of it is being carried out, or came to nothing;
  /// empty in states that do not keep one.
  default Optional<Gate> asked() {
    return switch (this) {
      case NeedsReview(var gate) -> Optional.of(gate);
      case Approved(var gate, _, _) -> Optional.of(gate);
      case Performing(var gate, _, _) -> Optional.of(gate);
      case Stopping(var gate, _, _, _) -> Optional.of(gate);
      case Rejected(var gate, _) -> Optional.of(gate);
      case Expired(var gate, _) -> Optional.of(gate);
      case Failed(_, _, var signed) -> Optional.ofNullable(signed).map(Signed::gate);
      case Queued _, Running _, Waiting _, Completed _, Canceled _ -> Optional.empty();
    };
  }

  /// The public status, e.g. `needs_review`.
  default String status() {
    return switch (this) {
      case Queued _ -> "queued";
      case Running _, Waiting _ -> "running";
      case NeedsReview _ -> "needs_review";
      case Approved _, Performing _, Stopping _ -> "approved";
      case Failed _ -> "failed";
      case Completed _ -> "completed";
      case Rejected _ -> "rejected";
      case Canceled _ -> "canceled";
      case Expired _ -> "expired";
    };
  }
}
