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
    if (any(job, Standing.UNKNOWN))
      return refuse(
          Verdict.Reason.OUTCOME_UNKNOWN,
          "What became of an earlier effect of " + job.id() + " must be known first.");
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
      case Outcome.Unknown unknown -> unknown(job, e, unknown);
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
    return doneAnd(
        job,
        e.effect(),
        e.at(),
        entry("effect_done", job, e.effect(), e.at(), Map.of("ref", done.reference())));
  }

  /// On to the next effect, or over.
  static Verdict.Moved doneAnd(Job job, EffectId effect, Instant at, TimelineEntry entry) {
    var performing = (Performing) job.state();
    var settled = now(job, effect, Standing.DONE);
    return new Verdict.Moved(
        unfinished(settled)
            ? settled.to(renewed(performing, at)).committed()
            : completed(settled, performing.lease(), at),
        entry);
  }

  static Job completed(Job job, Lease lease, Instant at) {
    var run = StepMoves.finished(job, lease, at, "ledger", null);
    return job.with(job.progress().with(run).next(false), new Completed(at)).committed();
  }

  /// The worker goes on holding it, to ask the receiver.
  private static Verdict unknown(Job job, EffectEnded e, Outcome.Unknown unknown) {
    var performing = (Performing) job.state();
    var entry = entry("effect_unknown", job, e.effect(), e.at(), Map.of());
    return new Verdict.Moved(
        now(job, e.effect(), Standing.UNKNOWN).to(renewed(performing, e.at())).committed(),
        new TimelineEntry(
            entry.type(), entry.at(), entry.facts(), Map.of("message", unknown.message())));
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
    return any(job, Standing.ATTEMPTING);
  }

  static boolean any(Job job, Standing standing) {
    return job.effects().stream().anyMatch(f -> f.standing() == standing);
  }

  /// Whether something that was approved is still to be done, or to be found out about.
  static boolean unfinished(Job job) {
    return any(job, Standing.APPROVED) || any(job, Standing.UNKNOWN);
  }

  static Verdict endItFirst(Job job) {
    return refuse(
        Verdict.Reason.NOT_IN_THIS_STATE,
        job.id() + " is attempting an effect; say first how that ended.");
  }

  /// Which effect an entry is about, and by which key the receiver knows its attempts.
  static Map<String, String> naming(Job job, EffectId effect) {
    return job.effects().stream()
        .filter(f -> f.id().equals(effect))
        .findFirst()
        .map(f -> Map.of("effect", effect.value(), "key", f.key(job.id())))
        .orElseThrow();
  }

  private static Performing renewed(Performing performing, Instant at) {
    return new Performing(
        performing.gate(), performing.decision(), StepMoves.renewed(performing.lease(), at));
  }

  static boolean is(Job job, EffectId id, Standing standing) {
    return job.effects().stream().anyMatch(f -> f.id().equals(id) && f.standing() == standing);
  }

  static Job now(Job job, EffectId id, Standing standing) {
    return job.withEffects(
        job.effects().stream().map(f -> f.id().equals(id) ? f.now(standing) : f).toList());
  }

  static TimelineEntry entry(
      String type, Job job, EffectId effect, Instant at, Map<String, String> more) {
    var lease = Taking.leaseOf(job.state()).orElseThrow();
    var facts = new HashMap<>(more);
    facts.putAll(naming(job, effect));
    return StepMoves.entry(type, job, lease, at, facts);
  }
}
