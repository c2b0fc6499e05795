package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobEvent.EffectSettled;
import dev.countersign.job.JobEvent.Finding;
import dev.countersign.job.JobEvent.OutcomeSaid;
import dev.countersign.job.JobEvent.StepRetriable;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Canceled;
import dev.countersign.job.JobState.Failed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The ways out of an unknown effect: the receiver tells, or else a person says.
final class UnknownMoves {
  private UnknownMoves() {}

  static Verdict settled(Job job, EffectSettled e) {
    if (!EffectMoves.is(job, e.effect(), Standing.UNKNOWN)) return known(e.effect());
    return switch (e.finding()) {
      case Finding.Happened(var reference) ->
          EffectMoves.doneAnd(
              job,
              e.effect(),
              e.at(),
              EffectMoves.entry(
                  "effect_found_done", job, e.effect(), e.at(), Map.of("ref", reference)));
      case Finding.DidNot(var message, var retryAt) ->
          StepMoves.retriable(
              EffectMoves.now(job, e.effect(), Standing.APPROVED),
              new StepRetriable(e.at(), e.fence(), job.currentStep().name(), message, retryAt));
      case Finding.CannotTell _ ->
          StepMoves.failed(
              job, Failure.outcomeUnknown(job.currentStep().name()), e.at(), "outcome_unclear");
    };
  }

  static Verdict said(Job job, OutcomeSaid e) {
    if (!EffectMoves.is(job, e.effect(), Standing.UNKNOWN)) return known(e.effect());
    if (job.state() instanceof Canceled(var receipt)) return afterCancel(job, e, receipt);
    var signed = ((Failed) job.state()).signed();
    if (signed == null)
      return refuse(Verdict.Reason.NOT_IN_THIS_STATE, job.id() + " has no approval to go on from.");
    var settled =
        EffectMoves.now(
            job, e.effect(), e.became() == Became.HAPPENED ? Standing.DONE : Standing.APPROVED);
    if (!EffectMoves.unfinished(settled))
      return new Verdict.Moved(
          EffectMoves.completed(settled, new Lease("", e.at(), e.at()), e.at()), entry(job, e));
    return new Verdict.Moved(
        settled
            .with(job.progress().afresh(), new Approved(signed.gate(), signed.decision(), e.at()))
            .withDeadline(e.at().plus(job.plan().workLimit()))
            .committed(),
        entry(job, e));
  }

  /// Nothing is begun any more; only the receipt gets to know.
  private static Verdict afterCancel(Job job, OutcomeSaid e, CancelReceipt receipt) {
    var settled =
        EffectMoves.now(
            job, e.effect(), e.became() == Became.HAPPENED ? Standing.DONE : Standing.PREVENTED);
    return new Verdict.Moved(
        settled.to(new Canceled(receipt.asNow(settled))).committed(), entry(job, e));
  }

  private static TimelineEntry entry(Job job, OutcomeSaid e) {
    var facts = new HashMap<>(EffectMoves.naming(job, e.effect()));
    facts.put("outcome", e.became().name().toLowerCase(Locale.ROOT));
    facts.put("how", e.by().how().name().toLowerCase(Locale.ROOT));
    return new TimelineEntry("outcome_said", e.at(), facts, Map.of("by", e.by().address()));
  }

  private static Verdict known(EffectId effect) {
    return refuse(
        Verdict.Reason.NOT_IN_THIS_STATE,
        effect + " is not unknown; there is nothing to say of it.");
  }
}
