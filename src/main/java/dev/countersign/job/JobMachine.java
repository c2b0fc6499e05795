package dev.countersign.job;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The whole behaviour of a job, as two pure functions: what an event makes of it, and what is due.
public final class JobMachine {
  /// How long after it should have been taken a job's message counts as lost.
  static final Duration LOST_MESSAGE = Duration.ofSeconds(60);

  /// How often a request for a decision is looked at when its time is nearly over.
  static final Duration NEARLY_OVER = Duration.ofMinutes(4);

  private JobMachine() {}

  /// What the event makes of the job: moved, held, refused with its reason, or ignored.
  public static Verdict apply(Job job, JobEvent event) {
    var fence = fenceOf(event);
    if (fence.isPresent() && fence.getAsLong() != job.fence())
      return Verdict.refuse(
          Verdict.Reason.STALE_FENCE,
          "Another worker, a cancel or a time limit has taken " + job.id() + " over.");
    if (Transitions.targets(job.state(), event).isEmpty()) return notInThisState(job, event);
    var verdict =
        switch (event) {
          case Taken e -> Taking.take(job, e);
          case StepDone e -> StepMoves.done(job, e);
          case Proposed e -> StepMoves.proposed(job, e);
          case StepRetriable e -> StepMoves.retriable(job, e);
          case StepParked e -> ParkMoves.parked(job, e);
          case ModelAnswered e -> ParkMoves.answered(job, e);
          case StepFatal e -> StepMoves.fatal(job, e);
          case HandedBack e -> Taking.handedBack(job, e);
          case LeaseLapsed e -> Taking.lapsed(job, e);
          case DeadlinePassed e -> Stopped.deadline(job, e);
          case ReviewersTold e -> GateMoves.told(job, e);
          case Reminded e -> GateMoves.reminded(job, e);
          case Escalated e -> GateMoves.escalated(job, e);
          case Decided e -> DecisionMoves.decided(job, e);
          case ReviewLapsed e -> GateMoves.lapsed(job, e);
          case EffectBegun e -> EffectMoves.begun(job, e);
          case EffectEnded e -> EffectMoves.ended(job, e);
          case EffectSettled e -> UnknownMoves.settled(job, e);
          case OutcomeSaid e -> UnknownMoves.said(job, e);
          case CancelAsked e -> Stopped.cancel(job, e);
          case RetryAsked e -> Stopped.retry(job, e);
        };
    return checked(job, event, verdict);
  }

  /// What must happen next, as seen at `now`.
  public static Next due(Job job, Instant now) {
    if (worksAgainstDeadline(job.state()) && !now.isBefore(job.deadline()))
      return new Next.Apply(new DeadlinePassed(now));
    return switch (job.state()) {
      case Queued queued -> new Next.Run(queued.since());
      case Waiting waiting -> new Next.Run(waiting.until());
      case Approved approved -> new Next.Run(approved.readyAt());
      case Running running -> held(job, running.lease(), now);
      case Performing performing -> held(job, performing.lease(), now);
      case Stopping stopping ->
          stopping.lease().lapsedAt(now)
              ? new Next.Apply(new LeaseLapsed(now))
              : new Next.Watch(stopping.lease().until().plus(Lease.SKEW));
      case NeedsReview review -> Silence.next(review.gate(), now);
      case Failed _, Completed _, Rejected _, Canceled _, Expired _ -> new Next.Nothing();
    };
  }

  /// When somebody must look at the job again at the latest; empty when nothing is due any more.
  public static Optional<Instant> wakeAt(Job job, Instant now) {
    var next = due(job, now);
    var at = next.at(now);
    if (next instanceof Next.Run run)
      at = Optional.of(later(run.notBefore(), now).plus(LOST_MESSAGE));
    if (next instanceof Next.TellReviewers || next instanceof Next.Remind)
      at = Optional.of(now.plus(LOST_MESSAGE));
    if (next instanceof Next.AwaitDecision(var gate, var until))
      at = Optional.of(earlier(until, later(gate.soonOver(), now.plus(NEARLY_OVER))));
    return worksAgainstDeadline(job.state())
        ? at.map(wake -> wake.isBefore(job.deadline()) ? wake : job.deadline())
        : at;
  }

  private static Next held(Job job, Lease lease, Instant now) {
    if (!lease.lapsedAt(now)) return new Next.Watch(lease.until().plus(Lease.SKEW));
    return job.progress().leases() >= Progress.MOST_LEASES || EffectMoves.attempting(job)
        ? new Next.Apply(new LeaseLapsed(now))
        : new Next.Run(now);
  }

  private static boolean worksAgainstDeadline(JobState state) {
    return switch (state) {
      case Queued _, Running _, Waiting _ -> true;
      case NeedsReview _, Approved _, Performing _, Stopping _ -> false;
      case Failed _, Completed _, Rejected _, Canceled _, Expired _ -> false;
    };
  }

  private static Verdict notInThisState(Job job, JobEvent event) {
    var status = job.state().status();
    return switch (event) {
      case Taken _, LeaseLapsed _, DeadlinePassed _, ReviewLapsed _ -> overtaken(job, status);
      case ReviewersTold _, Reminded _, Escalated _, ModelAnswered _ -> overtaken(job, status);
      case CancelAsked _ when job.state() instanceof Canceled || job.state() instanceof Stopping ->
          new Verdict.Ignored(job.id() + " was canceled already.");
      case RetryAsked e when Raising.repeated(job, e) ->
          new Verdict.Ignored(job.id() + " goes on with that budget already.");
      case StepDone _, Proposed _, StepRetriable _, StepParked _ -> refusedAs(job, status);
      case StepFatal _, HandedBack _ -> refusedAs(job, status);
      case EffectBegun _, EffectEnded _, EffectSettled _, OutcomeSaid _ -> refusedAs(job, status);
      case Decided _, CancelAsked _, RetryAsked _ -> refusedAs(job, status);
    };
  }

  private static Verdict overtaken(Job job, String status) {
    return new Verdict.Ignored(job.id() + " is " + status + "; there is nothing to do.");
  }

  private static Verdict refusedAs(Job job, String status) {
    return Verdict.refuse(
        Verdict.Reason.NOT_IN_THIS_STATE,
        job.id() + " is " + status + "; this cannot be done now.");
  }

  private static Verdict checked(Job job, JobEvent event, Verdict verdict) {
    if (verdict instanceof Verdict.Moved moved
        && !Transitions.targets(job.state(), event).contains(moved.job().state().getClass()))
      throw new IllegalStateException(
          "not in the table: %s on %s gave %s".formatted(event, job.state(), moved.job().state()));
    return verdict;
  }

  private static OptionalLong fenceOf(JobEvent event) {
    return switch (event) {
      case StepDone e -> OptionalLong.of(e.fence());
      case Proposed e -> OptionalLong.of(e.fence());
      case StepRetriable e -> OptionalLong.of(e.fence());
      case StepParked e -> OptionalLong.of(e.fence());
      case StepFatal e -> OptionalLong.of(e.fence());
      case HandedBack e -> OptionalLong.of(e.fence());
      case EffectBegun e -> OptionalLong.of(e.fence());
      case EffectEnded e -> OptionalLong.of(e.fence());
      case EffectSettled e -> OptionalLong.of(e.fence());
      case Taken _, LeaseLapsed _, DeadlinePassed _, ReviewersTold _ -> OptionalLong.empty();
      case Reminded _, Escalated _, Decided _, ReviewLapsed _ -> OptionalLong.empty();
      case OutcomeSaid _, CancelAsked _, RetryAsked _, ModelAnswered _ -> OptionalLong.empty();
    };
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
