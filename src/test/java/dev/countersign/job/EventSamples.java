package dev.countersign.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// One event of each kind, such as would move the given job if its state lets it.
final class EventSamples {
  private static final EffectId NO_EFFECT = new EffectId("fx_" + new UUID(0, 0));
  private static final ApprovalId NO_APPROVAL = new ApprovalId("apr_" + new UUID(0, 0));

  private EventSamples() {}

  static List<JobEvent> allFor(Job job) {
    var at = whenItCanBeTaken(job);
    var step = job.currentStep().name();
    var effect = job.effects().isEmpty() ? NO_EFFECT : job.effects().getLast().id();
    long fence = job.fence();
    return List.of(
        new JobEvent.Taken(at, "worker-2"),
        new JobEvent.StepDone(at, fence, step, "CHECKPOINT#" + step + "#00001", false),
        proposed(job, at),
        new JobEvent.StepRetriable(at, fence, step, "away", at.plusSeconds(30)),
        new JobEvent.StepParked(
            at, fence, step, JobState.Waiting.Reason.CAPACITY, at.plusSeconds(20)),
        new JobEvent.ModelAnswered(at, step, "resp_1"),
        new JobEvent.StepFatal(at, fence, JobFixtures.badInput()),
        new JobEvent.HandedBack(at, fence),
        new JobEvent.LeaseLapsed(at),
        new JobEvent.DeadlinePassed(job.deadline()),
        new JobEvent.ReviewersTold(at, approval(job), List.of("somebody@local.example")),
        new JobEvent.Reminded(inTime(job, Silence::remindsAt, at), approval(job), 1),
        new JobEvent.Escalated(inTime(job, Silence::escalatesAt, at), approval(job), 1),
        decided(job, at),
        new JobEvent.ReviewLapsed(
            JobFixtures.SUBMITTED.plus(JobFixtures.REVIEW_LIVES).plusSeconds(4)),
        new JobEvent.EffectBegun(at, fence, effect),
        new JobEvent.EffectEnded(at, fence, effect, new JobEvent.Outcome.Done("ref")),
        new JobEvent.EffectSettled(at, fence, effect, new JobEvent.Finding.Happened("ref")),
        new JobEvent.OutcomeSaid(
            at,
            effect,
            JobEvent.Became.DID_NOT,
            new Decider(JobFixtures.REVIEWER, Set.of(), Decider.How.SIGNED_IN)),
        new JobEvent.CancelAsked(at, JobFixtures.OWNER),
        new JobEvent.RetryAsked(at, JobFixtures.OWNER));
  }

  private static Instant whenItCanBeTaken(Job job) {
    return Taking.leaseOf(job.state())
        .map(lease -> lease.until().plusSeconds(10))
        .orElse(JobFixtures.seconds(100));
  }

  private static Instant inTime(Job job, Function<Gate, Optional<Instant>> due, Instant at) {
    return job.state() instanceof JobState.NeedsReview(var gate) ? due.apply(gate).orElse(at) : at;
  }

  private static ApprovalId approval(Job job) {
    return job.state() instanceof JobState.NeedsReview(var gate) ? gate.approval() : NO_APPROVAL;
  }

  private static JobEvent proposed(Job job, Instant at) {
    return JobFixtures.proposal(job, at);
  }

  private static JobEvent decided(Job job, Instant at) {
    var asked =
        job.state() instanceof JobState.NeedsReview ? job : JobFixtures.aJobAwaitingApproval();
    return new JobEvent.Decided(at, JobFixtures.decision(asked, new Decision.Say.Approve()));
  }
}
