package dev.countersign.job;

import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Canceled;
import dev.countersign.job.JobState.Completed;
import dev.countersign.job.JobState.Expired;
import dev.countersign.job.JobState.Failed;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Rejected;
import dev.countersign.job.JobState.Running;
import dev.countersign.job.JobState.Stopping;
import dev.countersign.job.JobState.Waiting;
import java.util.Locale;
import java.util.Optional;

/// What happened to a job, as far as people outside are told of it.
public enum Occasion {
  NEEDS_REVIEW,
  REMINDED,
  ESCALATED,
  APPROVED,
  REJECTED,
  EXPIRED,
  /// Changes were asked for, or its wording was edited: another draft comes.
  REDRAFTED,
  COMPLETED,
  FAILED,
  CANCELED;

  /// The name in stored JSON, settings and answers, e.g. `needs_review`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether nothing more happens to the job by itself.
  public boolean end() {
    return this == COMPLETED || this == FAILED || this == CANCELED;
  }

  /// Whether it closes a request for a decision.
  public boolean decided() {
    return this == APPROVED || this == REJECTED || this == EXPIRED || this == REDRAFTED;
  }

  /// What people are owed word of after a move; empty for most moves.
  public static Optional<Occasion> of(Job before, Job after) {
    return switch (after.state()) {
      case NeedsReview(var gate) -> atGate(before.state(), gate);
      case Queued _ -> from(before, NeedsReview.class, REDRAFTED);
      case Approved _ -> from(before, NeedsReview.class, APPROVED);
      case Rejected _ -> Optional.of(REJECTED);
      case Expired _ -> Optional.of(EXPIRED);
      case Completed _ -> Optional.of(COMPLETED);
      case Failed _ -> before.state() instanceof Failed ? Optional.empty() : Optional.of(FAILED);
      case Canceled _ ->
          before.state() instanceof Canceled ? Optional.empty() : Optional.of(CANCELED);
      case Running _, Waiting _, Performing _, Stopping _ -> Optional.empty();
    };
  }

  private static Optional<Occasion> atGate(JobState before, Gate gate) {
    if (!(before instanceof NeedsReview(var was))) return Optional.of(NEEDS_REVIEW);
    if (gate.tally().escalations() > was.tally().escalations()) return Optional.of(ESCALATED);
    return gate.tally().reminders() > was.tally().reminders()
        ? Optional.of(REMINDED)
        : Optional.empty();
  }

  private static Optional<Occasion> from(
      Job before, Class<? extends JobState> state, Occasion occasion) {
    return state.isInstance(before.state()) ? Optional.of(occasion) : Optional.empty();
  }
}
