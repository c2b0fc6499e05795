package dev.countersign.http;

import dev.countersign.job.Decision;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting;
import dev.countersign.job.Raise;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says in a sentence or two where a job stands and what comes next.
public final class JobSentence {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private JobSentence() {}

  public static String of(Job job) {
    var step = job.currentStep().name();
    return switch (job.state()) {
      case JobState.Queued _ -> "Waiting for a worker to begin step " + step + ".";
      case JobState.Running _ -> "Step %s is being worked on.".formatted(step);
      case Waiting waiting ->
          "Step %s %s, at %s.".formatted(step, reason(waiting.reason()), time(waiting.until()));
      case JobState.NeedsReview(var gate) ->
          "Waiting for %s, until %s. If nobody does, nothing is sent."
              .formatted(deciders(gate), time(gate.expiresAt()));
      case JobState.Approved(_, var decision, _) ->
          "Approved by %s; it is about to be carried out.".formatted(who(decision));
      case JobState.Performing(_, var decision, _) ->
          "Approved by %s; it is being carried out.".formatted(who(decision));
      case JobState.Stopping _ ->
          "Being canceled; what was already being sent is still to be accounted for.";
      case JobState.Failed(var failure, _, _) ->
          (Raise.askedBy(job).isPresent() ? "Stopped, and asks for more money: " : "Stopped: ")
              + failure.message();
      case JobState.Completed(var at) -> "Done on %s.".formatted(time(at));
      case JobState.Rejected(_, var decision) ->
          "Rejected by %s on %s. Nothing was sent.".formatted(who(decision), time(decision.at()));
      case JobState.Canceled(var receipt) ->
          "Canceled by %s on %s.".formatted(receipt.askedBy(), time(receipt.stoppedAt()));
      case JobState.Expired(var gate, _) ->
          "Nobody decided until %s. Nothing was sent.".formatted(time(gate.expiresAt()));
    };
  }

  public static String time(Instant at) {
    return TIME.format(at);
  }

  private static String deciders(Gate gate) {
    var asked = gate.reviewers();
    int quorum = gate.terms().quorum();
    if (quorum == 1 || asked.size() == 1) return String.join(" or ", asked) + " to decide";
    return "%d %sof %s to approve"
        .formatted(
            gate.missing(), gate.missing() < quorum ? "more " : "", String.join(", ", asked));
  }

  private static String who(Decision decision) {
    return switch (decision.by().how()) {
      case BY_LINK -> "the holder of the link sent to " + decision.by().address();
      case SIGNED_IN -> decision.by().address();
    };
  }

  private static String reason(Waiting.Reason reason) {
    return switch (reason) {
      case RETRY -> "did not succeed and is tried again";
      case MODEL -> "waits for a model's answer and is looked at again";
      case CAPACITY -> "waits for capacity and is tried again";
      case PAUSED -> "is paused and goes on";
    };
  }
}
