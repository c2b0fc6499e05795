package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.notify.Telling;
import dev.countersign.store.MetricLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// What is counted of jobs and of the sweeper.
@ApplicationScoped
class Metrics {
  private final MetricLines lines;

  Metrics(MetricLines lines) {
    this.lines = lines;
  }

  void swept(Tally tally) {
    lines.write(
        Map.of(),
        Map.of(
            "JobsPastWakeUp", tally.late(),
            "ApprovalsExpiringSoon", tally.expiringSoon(),
            "OldestDueSeconds", tally.oldest().toSeconds()));
  }

  /// Counts a job that has come to its end.
  void ended(Job job) {
    switch (job.state()) {
      case JobState.Completed _ ->
          lines.write(Map.of("Workflow", job.workflow().name()), Map.of("JobsCompleted", 1));
      case JobState.Failed failed ->
          lines.write(Map.of("Kind", failed.failure().kind().wireName()), Map.of("JobsFailed", 1));
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> {}
      case JobState.NeedsReview _, JobState.Approved _, JobState.Performing _ -> {}
      case JobState.Stopping _, JobState.Rejected _, JobState.Canceled _ -> {}
      case JobState.Expired _ -> {}
    }
  }

  /// Counts what people could not be told, by channel.
  void untold(Telling telling) {
    telling.failures().forEach((channel, n) -> untold("NotificationsFailed", channel, n));
    telling.givenUp().forEach((channel, n) -> untold("NotificationsGivenUp", channel, n));
  }

  private void untold(String metric, String channel, int count) {
    lines.write(Map.of("Channel", channel), Map.of(metric, count));
  }
}
