package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.CancelAsked;
import dev.countersign.job.JobEvent.DeadlinePassed;
import dev.countersign.job.JobEvent.RetryAsked;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Canceled;
import dev.countersign.job.JobState.Failed;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Stopping;
import java.util.Map;

/// What stops a job from outside, and what sets a stopped one going again.
final class Stopped {
  private Stopped() {}

  static Verdict cancel(Job job, CancelAsked e) {
    var request = new CancelRequest(e.at(), e.by());
    if (EffectMoves.attempting(job)
        && job.state() instanceof Performing(var gate, var decision, var lease))
      return new Verdict.Moved(
          job.to(new Stopping(gate, decision, lease, request)).committed(),
          entry("cancel_asked", e, Map.of()));
    var prevented = GateMoves.prevented(job);
    var receipt = CancelReceipt.of(prevented, request, e.at());
    return new Verdict.Moved(
        prevented.to(new Canceled(receipt)).fenced().committed(),
        entry("canceled", e, counts(receipt, "cancel_asked")));
  }

  static Verdict deadline(Job job, DeadlinePassed e) {
    if (e.at().isBefore(job.deadline()))
      return refuse(Verdict.Reason.TOO_EARLY, job.id() + " has time until " + job.deadline() + ".");
    return StepMoves.failed(
        job.fenced(), Failure.deadline(job.currentStep().name()), e.at(), "deadline_passed");
  }

  static Verdict retry(Job job, RetryAsked e) {
    if (job.effects().stream().anyMatch(f -> f.standing() == Standing.UNKNOWN))
      return refuse(
          Verdict.Reason.OUTCOME_UNKNOWN,
          "An effect of "
              + job.id()
              + " may have happened; a retry never repeats it. Check at the receiver, then say"
              + " what became of it.");
    var refused = Raising.refused(job, e.budget());
    return refused.orElseGet(() -> again(job, e));
  }

  private static Verdict again(Job job, RetryAsked e) {
    var signed = ((Failed) job.state()).signed();
    var state =
        signed == null
            ? new Queued(e.at())
            : new Approved(signed.gate(), signed.decision(), e.at());
    return new Verdict.Moved(
        Raising.raised(job, e.budget())
            .with(job.progress().afresh(), state)
            .withDeadline(e.at().plus(job.plan().workLimit()))
            .committed(),
        new TimelineEntry(
            "retry_asked", e.at(), Raising.facts(job, e.budget()), Map.of("by", e.by())));
  }

  static Map<String, String> counts(CancelReceipt receipt, String cause) {
    return Map.of(
        "cause", cause,
        "done", String.valueOf(receipt.done().size()),
        "prevented", String.valueOf(receipt.prevented().size()),
        "unknown", String.valueOf(receipt.unknown().size()));
  }

  private static TimelineEntry entry(String type, CancelAsked e, Map<String, String> facts) {
    return new TimelineEntry(type, e.at(), facts, Map.of("by", e.by()));
  }
}
