package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.EffectBegun;
import dev.countersign.job.JobEvent.EffectEnded;
import dev.countersign.job.JobEvent.Outcome;
import dev.countersign.job.JobState.Canceled;
import dev.countersign.job.JobState.Completed;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Stopping;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What the attempts at effects make of a job and its ledger.
final class EffectMoves {
  private EffectMoves() {}

  static Verdict begun(Job job, EffectBegun e) {
    var performing = (Performing) job.state();
    if (!is(job, e.effect(), Standing.APPROVED))
      return refuse(Verdict.Reason.NOT_IN_THIS_STATE, e.effect() + " is not approved and waiting.");
    return new Verdict.Moved(
        now(job, e.effect(), Standing.ATTEMPTING).to(renewed(performing, e.at())).committed(),
        entry("effect_begun", job, e.effect(), e.at(), Map.of()));
  }

  static Verdict ended(Job job, EffectEnded e) {
    if (!is(job, e.effect(), Standing.ATTEMPTING))
      return refuse(Verdict.Reason.NOT_IN_THIS_STATE, e.effect() + " is not being attempted.");
    if (job.state() instanceof Stopping stopping) return endedWhileStopping(job, stopping, e);
    return switch (e.outcome()) {
      case Outcome.Done done -> done(job, e, done);
      case Outcome.NotDone no -> notDone(job, e, no);
      case Outcome.Impossible no ->
          StepMoves.failed(
              now(job, e.effect(), Standing.APPROVED), no.failure(), e.at(), "effect_failed");
      case Outcome.Unknown _ ->
          StepMoves.failed(
              now(job, e.effect(), Standing.UNKNOWN),
              Failure.outcomeUnknown(job.currentStep().name()),
              e.at(),
              "effect_unknown");
    };
  }

  /// A cancel that had to wait for an attempt is finished; an attempt without an end is unknown.
  static Verdict.Moved stopped(Job job, Stopping stopping, Instant at, String type) {
    var settled =
        GateMoves.prevented(
            job.withEffects(
                StepMoves.standing(job.effects(), Standing.ATTEMPTING, Standing.UNKNOWN)));
    var receipt = CancelReceipt.of(settled, stopping.cancel(), at);
    return new Verdict.Moved(
        settled.to(new Canceled(receipt)).fenced().committed(),
        new TimelineEntry("canceled", at, Stopped.counts(receipt, type), Map.of()));
  }

  private static Verdict done(Job job, EffectEnded e, Outcome.Done done) {
    var performing = (Performing) job.state();
    var settled = now(job, e.effect(), Standing.DONE);
    boolean more = settled.effects().stream().anyMatch(f -> f.standing() == Standing.APPROVED);
    var entry = entry("effect_done", job, e.effect(), e.at(), Map.of("ref", done.reference()));
    if (more) return new Verdict.Moved(settled.to(renewed(performing, e.at())).committed(), entry);
    var run = StepMoves.finished(job, performing.lease(), e.at(), "ledger", null);
    return new Verdict.Moved(
        settled.with(job.progress().with(run).next(false), new Completed(e.at())).committed(),
        entry);
  }

  private static Verdict notDone(Job job, EffectEnded e, Outcome.NotDone no) {
    return StepMoves.retriable(
        now(job, e.effect(), Standing.APPROVED),
        new JobEvent.StepRetriable(
            e.at(), e.fence(), job.currentStep().name(), no.message(), no.retryAt()));
  }

  private static Verdict endedWhileStopping(Job job, Stopping stopping, EffectEnded e) {
    var standing =
        switch (e.outcome()) {
          case Outcome.Done _ -> Standing.DONE;
          case Outcome.NotDone _, Outcome.Impossible _ -> Standing.PREVENTED;
          case Outcome.Unknown _ -> Standing.UNKNOWN;
        };
    return stopped(now(job, e.effect(), standing), stopping, e.at(), "effect_ended");
  }

  static boolean attempting(Job job) {
    return job.effects().stream().anyMatch(f -> f.standing() == Standing.ATTEMPTING);
  }

  static Verdict endItFirst(Job job) {
    return refuse(
        Verdict.Reason.NOT_IN_THIS_STATE,
        job.id() + " is attempting an effect; say first how that ended.");
  }

  private static Performing renewed(Performing performing, Instant at) {
    return new Performing(
        performing.gate(), performing.decision(), StepMoves.renewed(performing.lease(), at));
  }

  private static boolean is(Job job, EffectId id, Standing standing) {
    return job.effects().stream().anyMatch(f -> f.id().equals(id) && f.standing() == standing);
  }

  private static Job now(Job job, EffectId id, Standing standing) {
    return job.withEffects(
        job.effects().stream().map(f -> f.id().equals(id) ? f.now(standing) : f).toList());
  }

  private static TimelineEntry entry(
      String type, Job job, EffectId effect, Instant at, Map<String, String> more) {
    var lease = Taking.leaseOf(job.state()).orElseThrow();
    var facts = new HashMap<>(more);
    facts.put("effect", effect.value());
    return StepMoves.entry(type, job, lease, at, facts);
  }
}
