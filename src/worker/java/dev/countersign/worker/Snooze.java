package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import java.time.Duration;
import java.time.Instant;

/// When to look again at a job that was just sent on its way once more: each time after as long
/// again as it has been due already, so that a backlog is not amplified.
final class Snooze {
  private static final Duration LEAST = Duration.ofSeconds(60);
  private static final Duration MOST = Duration.ofHours(1);

  private Snooze() {}

  static Instant until(Job job, Instant now) {
    var waited = Duration.between(dueSince(job, now), now);
    var doubled = waited.compareTo(LEAST) < 0 ? LEAST : waited.compareTo(MOST) > 0 ? MOST : waited;
    var wake = now.plus(doubled);
    var limit = limit(job);
    return wake.isBefore(limit) || !now.isBefore(limit) ? wake : limit;
  }

  private static Instant dueSince(Job job, Instant now) {
    return switch (job.state()) {
      case JobState.Queued queued -> queued.since();
      case JobState.Waiting waiting -> waiting.until();
      case JobState.Running running -> running.lease().until();
      case JobState.NeedsReview review -> review.gate().proposedAt();
      case JobState.Approved approved -> approved.readyAt();
      case JobState.Performing performing -> performing.lease().until();
      case JobState.Stopping stopping -> stopping.lease().until();
      case JobState.Failed _, JobState.Completed _, JobState.Rejected _ -> now;
      case JobState.Canceled _, JobState.Expired _ -> now;
    };
  }

  /// What time brings anyhow.
  private static Instant limit(Job job) {
    return switch (job.state()) {
      case JobState.Queued _, JobState.Waiting _, JobState.Running _ -> job.deadline();
      case JobState.NeedsReview review -> review.gate().expiresAt();
      case JobState.Approved _, JobState.Performing _, JobState.Stopping _ -> Instant.MAX;
      case JobState.Failed _, JobState.Completed _, JobState.Rejected _ -> Instant.MAX;
      case JobState.Canceled _, JobState.Expired _ -> Instant.MAX;
    };
  }
}
