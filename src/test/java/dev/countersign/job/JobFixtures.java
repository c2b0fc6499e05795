package dev.countersign.job;

import dev.countersign.job.Plan.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Jobs in the situations that people would name, each brought there by what really leads there.
public final class JobFixtures {
  public static final Instant SUBMITTED = Instant.parse("2026-03-02T09:00:00Z");
  public static final Duration WORK_LIMIT = Duration.ofMinutes(30);
  public static final Duration REVIEW_LIVES = Duration.ofHours(24);
  public static final String OWNER = "submitter@local.example";
  public static final String REVIEWER = "reviewer@local.example";
  public static final String SECOND = "second@local.example";
  public static final String THIRD = "third@local.example";
  public static final String WORKER = "worker-1";
  public static final String DIGEST = "d1".repeat(32);
  public static final String DISPLAY = "d2".repeat(32);
  public static final Brief BRIEF =
      new Brief(
          "Send a letter",
          List.of(),
          new Risk(Risk.Level.MEDIUM, List.of("It leaves the house.")),
          DISPLAY);
  public static final ReviewTerms TERMS =
      ReviewTerms.by(List.of(REVIEWER, "role:reviewer"))
          .living(REVIEW_LIVES)
          .reminding(List.of(Duration.ofHours(12)))
          .escalating(
              List.of(
                  new ReviewTerms.Escalation(Duration.ofHours(18), List.of("boss@local.example"))));
  public static final WorkflowRef GATED = new WorkflowRef("letter", 1);
  public static final WorkflowRef TRIVIAL = new WorkflowRef("five-steps", 1);

  private JobFixtures() {}

  /// read, draft, review (gate), deliver; three tries each; redrafts from draft.
  public static Plan gatedPlan() {
    return new Plan(
        List.of(
            step("read", Kind.WORK),
            step("draft", Kind.WORK),
            step("review", Kind.GATE),
            step("deliver", Kind.EFFECT)),
        "draft",
        WORK_LIMIT);
  }

  public static Plan trivialPlan() {
    return new Plan(
        List.of("one", "two", "three", "four", "five").stream()
            .map(name -> step(name, Kind.WORK))
            .toList(),
        null,
        WORK_LIMIT);
  }

  public static Job aJobJustSubmitted() {
    return submitted(GATED, gatedPlan());
  }

  public static Job aTrivialJob() {
    return submitted(TRIVIAL, trivialPlan());
  }

  public static Job aJobBeingWorkedOn() {
    return taken(aJobJustSubmitted(), seconds(1));
  }

  /// A lease is old and nothing was stored.
  public static Job aJobWhoseWorkerDied() {
    return aJobBeingWorkedOn();
  }

  /// Three workers took it, one after the other, and none stored anything.
  public static Job aJobThatKillsItsWorkers() {
    var job = aJobJustSubmitted();
    for (int i = 0; i < Progress.MOST_LEASES; i++) job = taken(job, seconds(1 + i * 120));
    return job;
  }

  public static Job aJobWaitingToRetry() {
    var job = aJobBeingWorkedOn();
    return moved(
        job,
        new JobEvent.StepRetriable(
            seconds(3), job.fence(), "read", "the file store was away", seconds(33)));
  }

  /// A model works on its long answer.
  public static Job aJobWaitingForAModel() {
    var job = aJobBeingWorkedOn();
    return moved(
        job,
        new JobEvent.StepParked(
            seconds(3), job.fence(), "read", JobState.Waiting.Reason.MODEL, seconds(1203)));
  }

  /// On its last step before the gate.
  public static Job aJobAtItsGateStep() {
    var job = aJobBeingWorkedOn();
    job = stepDone(job, "read", seconds(2));
    return stepDone(job, "draft", seconds(3));
  }

  public static Job aJobWhoseReviewersAreNotTold() {
    return proposed(aJobAtItsGateStep(), seconds(4));
  }

  public static Job aJobAwaitingApproval() {
    var job = aJobWhoseReviewersAreNotTold();
    return moved(
        job, new JobEvent.ReviewersTold(seconds(5), gate(job).approval(), gate(job).untold()));
  }

  /// Two of three must approve it.
  public static Job aJobThatTakesTwo() {
    return awaiting(
        ReviewTerms.by(List.of(REVIEWER, SECOND, THIRD)).approvals(2).living(REVIEW_LIVES));
  }

  /// One after the other, first the reviewer.
  public static Job aJobDecidedInTurn() {
    return awaiting(
        ReviewTerms.by(List.of(REVIEWER, SECOND, THIRD))
            .approvals(2)
            .inTurn()
            .living(REVIEW_LIVES));
  }

  /// One of two has approved it.
  public static Job aJobApprovedByOneOfTwo() {
    return decided(aJobThatTakesTwo(), new Decision.Say.Approve());
  }

  /// Those whose turn it is have been told.
  public static Job awaiting(ReviewTerms terms) {
    var atGate = aJobAtItsGateStep();
    var asked = moved(atGate, proposal(atGate, seconds(4), terms));
    return moved(
        asked,
        new JobEvent.ReviewersTold(seconds(5), gate(asked).approval(), gate(asked).untold()));
  }

  public static Job anApprovedJob() {
    return decided(aJobAwaitingApproval(), new Decision.Say.Approve());
  }

  /// A worker holds an approved job and has not begun the effect.
  public static Job aJobBeingDelivered() {
    return taken(anApprovedJob(), seconds(70));
  }

  public static Job aJobInTheMiddleOfAnEffect() {
    return begun(aJobBeingDelivered());
  }

  /// Canceled while the effect was being attempted.
  public static Job aJobBeingStopped() {
    return moved(aJobInTheMiddleOfAnEffect(), new JobEvent.CancelAsked(seconds(72), OWNER));
  }

  public static Job aFailedJob() {
    var job = aJobBeingWorkedOn();
    return moved(job, new JobEvent.StepFatal(seconds(2), job.fence(), badInput()));
  }

  /// Approved, and the receiver refused it for good.
  public static Job aFailedDelivery() {
    var job = aJobInTheMiddleOfAnEffect();
    return ended(job, new JobEvent.Outcome.Impossible(badInput()));
  }

  /// The attempt ended without an answer; the worker is about to ask the receiver.
  public static Job aJobThatAsksTheReceiver() {
    return ended(aJobInTheMiddleOfAnEffect(), new JobEvent.Outcome.Unknown("no answer"));
  }

  /// Nobody but a person can tell.
  public static Job aJobWithAnUnknownOutcome() {
    return settled(aJobThatAsksTheReceiver(), new JobEvent.Finding.CannotTell("mail has no ears"));
  }

  /// Canceled while nobody knew.
  public static Job aCanceledJobWithAnUnknownOutcome() {
    return moved(aJobWithAnUnknownOutcome(), new JobEvent.CancelAsked(seconds(90), OWNER));
  }

  public static Job aCompletedJob() {
    return ended(aJobInTheMiddleOfAnEffect(), new JobEvent.Outcome.Done("<1@local.example>"));
  }

  public static Job aRejectedJob() {
    return decided(aJobAwaitingApproval(), new Decision.Say.Reject("wrong client"));
  }

  public static Job aJobSentBackForChanges() {
    return decided(aJobAwaitingApproval(), new Decision.Say.RequestChanges("name the bidder"));
  }

  public static Job aCanceledJob() {
    return moved(aJobBeingWorkedOn(), new JobEvent.CancelAsked(seconds(2), OWNER));
  }

  public static Job anExpiredJob() {
    var job = aJobAwaitingApproval();
    return moved(job, new JobEvent.ReviewLapsed(gate(job).expiresAt()));
  }

  /// Each of the states at least once, and each of its kinds.
  public static Map<String, Job> everySituation() {
    return Map.ofEntries(
        Map.entry("just submitted", aJobJustSubmitted()),
        Map.entry("being worked on", aJobBeingWorkedOn()),
        Map.entry("at its gate step", aJobAtItsGateStep()),
        Map.entry("killing its workers", aJobThatKillsItsWorkers()),
        Map.entry("waiting to retry", aJobWaitingToRetry()),
        Map.entry("waiting for a model", aJobWaitingForAModel()),
        Map.entry("reviewers not told", aJobWhoseReviewersAreNotTold()),
        Map.entry("awaiting approval", aJobAwaitingApproval()),
        Map.entry("approved by one of two", aJobApprovedByOneOfTwo()),
        Map.entry("approved", anApprovedJob()),
        Map.entry("being delivered", aJobBeingDelivered()),
        Map.entry("in the middle of an effect", aJobInTheMiddleOfAnEffect()),
        Map.entry("being stopped", aJobBeingStopped()),
        Map.entry("failed", aFailedJob()),
        Map.entry("asking for money", MoneyFixtures.aJobThatAsksForMoney()),
        Map.entry("canceled without its money", MoneyFixtures.aCanceledJobThatAskedForMoney()),
        Map.entry("failed in delivery", aFailedDelivery()),
        Map.entry("asking the receiver", aJobThatAsksTheReceiver()),
        Map.entry("outcome unknown", aJobWithAnUnknownOutcome()),
        Map.entry("canceled with an unknown outcome", aCanceledJobWithAnUnknownOutcome()),
        Map.entry("completed", aCompletedJob()),
        Map.entry("rejected", aRejectedJob()),
        Map.entry("sent back for changes", aJobSentBackForChanges()),
        Map.entry("canceled", aCanceledJob()),
        Map.entry("expired", anExpiredJob()));
  }

  public static Job taken(Job job, Instant at) {
    return ((Verdict.Held) JobMachine.apply(job, new JobEvent.Taken(at, WORKER))).job();
  }

  /// The job after an event that moves it.
  public static Job moved(Job job, JobEvent event) {
    var verdict = JobMachine.apply(job, event);
    if (verdict instanceof Verdict.Moved moved) return moved.job();
    throw new AssertionError(event + " on " + job.state() + ": " + verdict);
  }

  public static Job stepDone(Job job, String step, Instant at) {
    return moved(
        job, new JobEvent.StepDone(at, job.fence(), step, "CHECKPOINT#" + step + "#00001", false));
  }

  public static Job proposed(Job job, Instant at) {
    return moved(job, proposal(job, at));
  }

  public static JobEvent.Proposed proposal(Job job, Instant at) {
    return proposal(job, at, TERMS);
  }

  public static JobEvent.Proposed proposal(Job job, Instant at, ReviewTerms terms) {
    int revision = job.progress().revision();
    var gate =
        Gate.asking(new ApprovalId("apr_" + UUID.randomUUID()), revision, DIGEST, BRIEF, terms, at);
    var effect =
        new Effect(
            new EffectId("fx_" + UUID.randomUUID()),
            "email",
            revision,
            DIGEST,
            Effect.Standing.PLANNED);
    return new JobEvent.Proposed(
        at,
        job.fence(),
        "review",
        "CHECKPOINT#review#%05d".formatted(revision),
        gate,
        List.of(effect));
  }

  public static Job decided(Job job, Decision.Say say) {
    return moved(job, new JobEvent.Decided(seconds(60), decision(job, say)));
  }

  public static Decision decision(Job job, Decision.Say say) {
    return decision(job, say, new Decider(REVIEWER, Set.of("reviewer"), Decider.How.SIGNED_IN));
  }

  public static Decision decision(Job job, Decision.Say say, Decider by) {
    return new Decision(
        gate(job).approval(), gate(job).digest(), DISPLAY, say, by, seconds(60), "mac");
  }

  public static Job begun(Job job) {
    return moved(job, new JobEvent.EffectBegun(seconds(71), job.fence(), effect(job)));
  }

  public static Job ended(Job job, JobEvent.Outcome outcome) {
    return moved(job, new JobEvent.EffectEnded(seconds(73), job.fence(), effect(job), outcome));
  }

  public static Job settled(Job job, JobEvent.Finding finding) {
    return moved(job, new JobEvent.EffectSettled(seconds(74), job.fence(), effect(job), finding));
  }

  public static JobEvent.OutcomeSaid said(Job job, JobEvent.Became became) {
    var by = new Decider(REVIEWER, Set.of("reviewer"), Decider.How.SIGNED_IN);
    return new JobEvent.OutcomeSaid(seconds(100), effect(job), became, by);
  }

  public static Gate gate(Job job) {
    return ((JobState.NeedsReview) job.state()).gate();
  }

  public static EffectId effect(Job job) {
    return job.effects().getLast().id();
  }

  public static Instant seconds(long after) {
    return SUBMITTED.plusSeconds(after);
  }

  public static Failure badInput() {
    return new Failure(
        Failure.Kind.BAD_INPUT, "read", "No document could be read.", "Send readable ones.");
  }

  private static Plan.Step step(String name, Kind kind) {
    return new Plan.Step(name, kind, 3, Duration.ofMinutes(5));
  }

  static Job submitted(WorkflowRef workflow, Plan plan) {
    return Job.submitted(
        new JobId("job_" + UUID.randomUUID()),
        OWNER,
        workflow,
        new Job.Submission("A letter", Map.of("deliver_to", "client@example.com"), plan),
        SUBMITTED);
  }
}
