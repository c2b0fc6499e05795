package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.JobEvent.HandedBack;
import dev.countersign.job.JobEvent.LeaseLapsed;
import dev.countersign.job.JobEvent.Taken;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Running;
import dev.countersign.job.JobState.Stopping;
import dev.countersign.job.JobState.Waiting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Workers taking a job, giving it back, and losing it.
final class Taking {
  private Taking() {}

  static Verdict take(Job job, Taken e) {
    var heldBy = leaseOf(job.state()).filter(lease -> !lease.lapsedAt(e.at()));
    if (heldBy.isPresent())
      return refuse(
          Verdict.Reason.HELD_BY_ANOTHER,
          "%s is held by %s until %s."
              .formatted(job.id(), heldBy.get().holder(), heldBy.get().until()));
    if (EffectMoves.attempting(job))
      return refuse(
          Verdict.Reason.OUTCOME_UNKNOWN,
          job.id() + " was left in the middle of an effect; its lapse must be recorded first.");
    if (readyAt(job.state()).isAfter(e.at()))
      return refuse(
          Verdict.Reason.TOO_EARLY, "%s waits until %s.".formatted(job.id(), readyAt(job.state())));
    if (job.progress().leases() >= Progress.MOST_LEASES)
      return refuse(Verdict.Reason.POISON, job.id() + " was taken three times without a result.");
    var lease = new Lease(e.worker(), e.at(), e.at().plus(Lease.LENGTH));
    var held =
        job.state() instanceof Approved(var gate, var decision, _)
            ? new Performing(gate, decision, lease)
            : job.state() instanceof Performing(var gate, var decision, _)
                ? new Performing(gate, decision, lease)
                : new Running(lease);
    return new Verdict.Held(job.with(job.progress().taken(), held).fenced());
  }

  static Verdict handedBack(Job job, HandedBack e) {
    if (EffectMoves.attempting(job)) return EffectMoves.endItFirst(job);
    return new Verdict.Moved(released(job, e.at()).committed(), entry("handed_back", job, e.at()));
  }

  static Verdict lapsed(Job job, LeaseLapsed e) {
    if (leaseOf(job.state())
        .filter(lease -> lease.lapsedAt(e.at()) || lease.holder().equals(e.gone()))
        .isEmpty())
      return refuse(Verdict.Reason.TOO_EARLY, job.id() + " is still held by its worker.");
    if (job.state() instanceof Stopping stopping)
      return EffectMoves.stopped(job, stopping, e.at(), "lease_lapsed");
    if (job.progress().leases() < Progress.MOST_LEASES)
      return new Verdict.Moved(
          readyAgain(leftUnknown(job), e.at()).fenced().committed(),
          entry("lease_lapsed", job, e.at()));
    return StepMoves.failed(
        job.fenced(), Failure.poison(job.currentStep().name()), e.at(), "lease_lapsed");
  }

  static Optional<Lease> leaseOf(JobState state) {
    return switch (state) {
      case Running running -> Optional.of(running.lease());
      case Performing performing -> Optional.of(performing.lease());
      case Stopping stopping -> Optional.of(stopping.lease());
      case Queued _, Waiting _, JobState.NeedsReview _, Approved _ -> Optional.empty();
      case JobState.Failed _, JobState.Completed _, JobState.Rejected _ -> Optional.empty();
      case JobState.Canceled _, JobState.Expired _ -> Optional.empty();
    };
  }

  private static Instant readyAt(JobState state) {
    return switch (state) {
      case Waiting waiting -> waiting.until();
      case Approved approved -> approved.readyAt();
      case Queued _, Running _, JobState.NeedsReview _, Performing _, Stopping _ -> Instant.MIN;
      case JobState.Failed _, JobState.Completed _, JobState.Rejected _ -> Instant.MIN;
      case JobState.Canceled _, JobState.Expired _ -> Instant.MIN;
    };
  }

  /// What was begun and has no end is unknown; whoever takes the job asks the receiver first.
  private static Job leftUnknown(Job job) {
    return job.withEffects(
        StepMoves.standing(job.effects(), Effect.Standing.ATTEMPTING, Effect.Standing.UNKNOWN));
  }

  private static Job released(Job job, Instant at) {
    var ready = readyAgain(job, at);
    return ready.with(ready.progress().uncounted(), ready.state());
  }

  private static Job readyAgain(Job job, Instant at) {
    return job.to(
        job.state() instanceof Performing(var gate, var decision, _)
            ? new Approved(gate, decision, at)
            : new Queued(at));
  }

  private static TimelineEntry entry(String type, Job job, Instant at) {
    return new TimelineEntry(
        type,
        at,
        Map.of(
            "step", job.currentStep().name(),
            "attempt", String.valueOf(job.progress().attempt()),
            "worker", leaseOf(job.state()).map(Lease::holder).orElse("")),
        Map.of());
  }
}
