package dev.countersign.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.countersign.job.JobEvent.CancelAsked;
import dev.countersign.job.JobEvent.DeadlinePassed;
import dev.countersign.job.JobEvent.Decided;
import dev.countersign.job.JobEvent.EffectBegun;
import dev.countersign.job.JobEvent.EffectEnded;
import dev.countersign.job.JobEvent.EffectSettled;
import dev.countersign.job.JobEvent.Escalated;
import dev.countersign.job.JobEvent.HandedBack;
import dev.countersign.job.JobEvent.LeaseLapsed;
import dev.countersign.job.JobEvent.ModelAnswered;
import dev.countersign.job.JobEvent.OutcomeSaid;
import dev.countersign.job.JobEvent.Proposed;
import dev.countersign.job.JobEvent.Reminded;
import dev.countersign.job.JobEvent.RetryAsked;
import dev.countersign.job.JobEvent.ReviewLapsed;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobEvent.StepDone;
import dev.countersign.job.JobEvent.StepFatal;
import dev.countersign.job.JobEvent.StepParked;
import dev.countersign.job.JobEvent.StepRetriable;
import dev.countersign.job.JobEvent.Taken;
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
import java.util.List;
import java.util.Set;

/// The transition table: in which state an event may move a job, and where to. What is not here is
/// refused, or ignored when it comes late.
public final class Transitions {
  /// In `from`, `event` leads to one of `to`.
  public record Rule(
      Class<? extends JobState> from,
      Class<? extends JobEvent> event,
      Set<Class<? extends JobState>> to) {}

  public static final List<Rule> RULES =
      List.of(
          rule(Queued.class, Taken.class, Running.class),
          rule(Queued.class, DeadlinePassed.class, Failed.class),
          rule(Queued.class, CancelAsked.class, Canceled.class),
          rule(Running.class, Taken.class, Running.class),
          rule(Running.class, StepDone.class, Running.class, Queued.class, Completed.class),
          rule(Running.class, Proposed.class, NeedsReview.class),
          rule(Running.class, StepRetriable.class, Waiting.class, Failed.class),
          rule(Running.class, StepParked.class, Waiting.class),
          rule(Running.class, StepFatal.class, Failed.class),
          rule(Running.class, HandedBack.class, Queued.class),
          rule(Running.class, LeaseLapsed.class, Queued.class, Failed.class),
          rule(Running.class, DeadlinePassed.class, Failed.class),
          rule(Running.class, CancelAsked.class, Canceled.class),
          rule(Waiting.class, Taken.class, Running.class),
          rule(Waiting.class, ModelAnswered.class, Queued.class),
          rule(Waiting.class, DeadlinePassed.class, Failed.class),
          rule(Waiting.class, CancelAsked.class, Canceled.class),
          rule(NeedsReview.class, ReviewersTold.class, NeedsReview.class),
          rule(NeedsReview.class, Reminded.class, NeedsReview.class),
          rule(NeedsReview.class, Escalated.class, NeedsReview.class),
          rule(
              NeedsReview.class,
              Decided.class,
              NeedsReview.class,
              Approved.class,
              Rejected.class,
              Queued.class),
          rule(NeedsReview.class, ReviewLapsed.class, Expired.class),
          rule(NeedsReview.class, CancelAsked.class, Canceled.class),
          rule(Approved.class, Taken.class, Performing.class),
          rule(Approved.class, CancelAsked.class, Canceled.class),
          rule(Performing.class, Taken.class, Performing.class),
          rule(Performing.class, EffectBegun.class, Performing.class),
          rule(
              Performing.class,
              EffectEnded.class,
              Performing.class,
              Approved.class,
              Completed.class,
              Failed.class),
          rule(
              Performing.class,
              EffectSettled.class,
              Performing.class,
              Approved.class,
              Completed.class,
              Failed.class),
          rule(Performing.class, StepRetriable.class, Approved.class, Failed.class),
          rule(Performing.class, StepFatal.class, Failed.class),
          rule(Performing.class, HandedBack.class, Approved.class),
          rule(Performing.class, LeaseLapsed.class, Approved.class, Failed.class),
          rule(Performing.class, CancelAsked.class, Canceled.class, Stopping.class),
          rule(Stopping.class, EffectEnded.class, Canceled.class),
          rule(Stopping.class, LeaseLapsed.class, Canceled.class),
          rule(Failed.class, RetryAsked.class, Queued.class, Approved.class),
          rule(Failed.class, OutcomeSaid.class, Approved.class, Completed.class),
          rule(Failed.class, CancelAsked.class, Canceled.class),
          rule(Canceled.class, OutcomeSaid.class, Canceled.class));

  private Transitions() {}

  /// Where the event may lead from that state; empty when it may not.
  static Set<Class<? extends JobState>> targets(JobState state, JobEvent event) {
    return RULES.stream()
        .filter(r -> r.from() == state.getClass() && r.event() == event.getClass())
        .findFirst()
        .map(Rule::to)
        .orElse(Set.of());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Rule rule(
      Class<? extends JobState> from,
      Class<? extends JobEvent> event,
      Class<? extends JobState>... to) {
    return new Rule(from, event, List.of(to).stream().collect(toUnmodifiableSet()));
  }
}
