package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.JobSentence;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import java.time.Instant;

/// Says calmly what became of a request that is not open any more.
final class Happened {
  private Happened() {}

  static String to(Approval approval, Instant now) {
    return approval
        .decision()
        .map(decision -> decided(approval.job(), decision))
        .orElseGet(() ->
            approval.standing(now) == Approval.Standing.CANCELED
                ? "The job was canceled before anybody decided. Nothing was sent."
                : "Nobody decided until %s. Nothing was sent."
                    .formatted(JobSentence.time(approval.gate().expiresAt())));
  }

  private static String decided(Job job, Decision decision) {
    var who = "%s on %s".formatted(name(decision.by()), JobSentence.time(decision.at()));
    return switch (decision.say()) {
      case Say.Approve _ -> "Approved by %s. %s".formatted(who, effect(job));
      case Say.Reject(var why) ->
          "Rejected by %s: \u201c%s\u201d Nothing was sent.".formatted(who, why);
      case Say.RequestChanges(var what) ->
          "Sent back by %s: \u201c%s\u201d A new draft gets a link of its own."
              .formatted(who, what);
      case Say.Edit _ ->
          "Worded anew by %s. What came of it is asked about anew, with a link of its own."
              .formatted(who);
      case Say.Delegate(var to) -> "Handed to %s by %s.".formatted(to, who);
    };
  }

  private static String name(Decider by) {
    return switch (by.how()) {
      case BY_LINK -> "the holder of the link sent to " + by.address();
      case SIGNED_IN -> by.address();
    };
  }

  private static String effect(Job job) {
    return switch (job.state()) {
      case JobState.Completed(var at) -> "It was sent on %s.".formatted(JobSentence.time(at));
      case JobState.Failed(var failure, _, _) -> "It was not completed: " + failure.message();
      case JobState.Canceled _ -> "The job was canceled after that.";
      case JobState.Stopping _ -> "The job is being canceled.";
      case JobState.Approved _, JobState.Performing _ -> "It is being sent now.";
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> "";
      case JobState.NeedsReview _, JobState.Rejected _, JobState.Expired _ -> "";
    };
  }
}
