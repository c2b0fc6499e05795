package dev.countersign.page;

import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.Raise;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Says what a job's reader can expect next, and when.
final class NextMoment {
  private NextMoment() {}

  /// @param checkAt when the engine looks at it again at the latest
  static @Nullable String of(Job job, @Nullable Instant checkAt) {
    return switch (job.state()) {
      case JobState.NeedsReview(var gate) -> asked(gate);
      case JobState.Queued _ -> "A worker begins it as soon as one is free" + latest(checkAt);
      case JobState.Running _, JobState.Performing _, JobState.Stopping _ ->
          "It goes on by itself; if its worker is not heard of, another takes over"
              + latest(checkAt);
      case JobState.Waiting(_, _, var until) ->
          "It goes on by itself on %s.".formatted(Words.words(until));
      case JobState.Approved(_, _, var readyAt) ->
          "It is carried out by itself, from %s on.".formatted(Words.words(readyAt));
      case JobState.Failed _ ->
          Raise.askedBy(job).isPresent()
              ? "Nothing more happens until somebody lets it spend more, or cancels it."
              : "Nothing more happens by itself: try it again, or cancel it.";
      case JobState.Rejected(_, var decision) -> rejected(decision);
      case JobState.Expired _ -> "If it is still wanted, submit it again.";
      case JobState.Completed _, JobState.Canceled _ -> null;
    };
  }

  private static @Nullable String rejected(Decision decision) {
    var next = "If it is still wanted, submit it again with that put right.";
    return decision.say() instanceof Say.Reject(var why) && !why.isBlank()
        ? "They wrote: \u201c%s\u201d %s".formatted(why, next)
        : null;
  }

  private static String latest(@Nullable Instant checkAt) {
    return checkAt == null ? "." : ", on %s at the latest.".formatted(Words.words(checkAt));
  }

  private static String asked(Gate gate) {
    var words = new ArrayList<String>();
    words.add("Asked on %s.".formatted(Words.words(gate.proposedAt())));
    gate.remindsAt()
        .ifPresent(at -> words.add("They are reminded on %s.".formatted(Words.words(at))));
    gate.escalatesAt()
        .ifPresent(at ->
            words.add(
                "From %s on %s may decide too."
                    .formatted(
                        Words.words(at),
                        String.join(
                            ", ",
                            gate.terms().escalations().get(gate.tally().escalations()).to()))));
    return String.join(" ", words);
  }
}
