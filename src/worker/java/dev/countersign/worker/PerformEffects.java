package dev.countersign.worker;

import dev.countersign.approval.DecisionMac;
import dev.countersign.effect.Attempt;
import dev.countersign.job.ApprovedAction;
import dev.countersign.job.Effect;
import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobEvent.EffectBegun;
import dev.countersign.job.JobEvent.EffectEnded;
import dev.countersign.job.JobEvent.Outcome.Done;
import dev.countersign.job.JobEvent.Outcome.Impossible;
import dev.countersign.job.JobEvent.Outcome.NotDone;
import dev.countersign.job.JobEvent.Outcome.Unknown;
import dev.countersign.job.JobState.Performing;
import dev.countersign.store.Attachment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Performs what was approved, one effect after the other: checked, begun in the ledger, attempted,
/// ended in the ledger. While one is unknown, nothing else is begun: its receiver is asked first.
@ApplicationScoped
class PerformEffects {
  private final ApprovedPayloads payloads;
  private final AskReceiver ask;
  private final DecisionMac macs;
  private final Commits commits;
  private final Leases leases;
  private final Faults faults;
  private final InstantSource clock;

  PerformEffects(
      ApprovedPayloads payloads,
      AskReceiver ask,
      DecisionMac macs,
      Commits commits,
      Leases leases,
      Faults faults,
      InstantSource clock) {
    this.payloads = payloads;
    this.ask = ask;
    this.macs = macs;
    this.commits = commits;
    this.leases = leases;
    this.faults = faults;
    this.clock = clock;
  }

  /// The job after its next effect; empty when it was taken away meanwhile.
  Optional<Job> next(Job job, Performing performing, TimeLeft time) {
    var begun = ApprovedPayloads.first(job, Effect.Standing.ATTEMPTING);
    if (begun.isPresent())
      return ended(
          job,
          begun.get(),
          new Unknown("A worker began it and did not say how it ended."),
          List.of());
    var unknown = ApprovedPayloads.first(job, Effect.Standing.UNKNOWN);
    ApprovedPayloads.Ready ready;
    try {
      ready =
          unknown.isPresent()
              ? payloads.of(job, performing, unknown.get())
              : payloads.next(job, performing);
    } catch (RuntimeException e) {
      return commits.commit(job, faults.of(job, e).event(), List.of());
    }
    return unknown.isPresent() ? ask.about(job, ready, time) : attempt(job, ready, time);
  }

  private Optional<Job> attempt(Job job, ApprovedPayloads.Ready ready, TimeLeft time) {
    var effect = ready.effect();
    var begun =
        commits.commit(job, new EffectBegun(clock.instant(), job.fence(), effect.id()), List.of());
    if (begun.isEmpty()) return Optional.empty();
    var attempting = begun.get();
    var permission = ApprovedAction.of(attempting, effect.id(), macs).orElseThrow();
    var limit = time.within(job.currentStep().timeout());
    var end =
        leases
            .on(attempting)
            .make(
                effect.id().value(),
                limit,
                () -> ready.performer().perform(permission, ready.action()));
    var outcome = outcome(attempting, end);
    return ended(
        attempting,
        effect,
        outcome,
        outcome instanceof Done ? List.of(ready.reached(job)) : List.of());
  }

  private Optional<Job> ended(
      Job job, Effect effect, JobEvent.Outcome outcome, List<Attachment> with) {
    return commits.commit(
        job, new EffectEnded(clock.instant(), job.fence(), effect.id(), outcome), with);
  }

  private JobEvent.Outcome outcome(Job job, LeasedCall.End<Attempt> end) {
    return switch (end) {
      case LeasedCall.End.Returned<Attempt>(var attempt) -> outcome(job, attempt);
      case LeasedCall.End.Threw<Attempt>(var fault) ->
          new Unknown("The attempt ended with " + fault.getClass().getSimpleName() + ".");
      case LeasedCall.End.TimedOut<Attempt>(var limit) ->
          new Unknown("The attempt did not end within %d s.".formatted(limit.toSeconds()));
      case LeasedCall.End.LeaseLost<Attempt> _ ->
          new Unknown("The lease was lost during the attempt.");
    };
  }

  private JobEvent.Outcome outcome(Job job, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Done(var reference) -> new Done(reference);
      case Attempt.NotDone(var why) -> new NotDone(why, faults.retryAt(job));
      case Attempt.Impossible(var why) ->
          new Impossible(
              new Failure(
                  Failure.Kind.EFFECT_FAILED,
                  job.currentStep().name(),
                  why + " Nothing was sent or written.",
                  "Mend the cause, then retry; to send it elsewhere, cancel and submit again."));
      case Attempt.Unknown(var why) -> new Unknown(why);
    };
  }
}
