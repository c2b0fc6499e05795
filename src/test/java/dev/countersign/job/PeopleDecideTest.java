package dev.countersign.job;

import static dev.countersign.job.JobFixtures.OWNER;
import static dev.countersign.job.JobFixtures.aFailedDelivery;
import static dev.countersign.job.JobFixtures.aFailedJob;
import static dev.countersign.job.JobFixtures.aJobAwaitingApproval;
import static dev.countersign.job.JobFixtures.aJobBeingDelivered;
import static dev.countersign.job.JobFixtures.aJobBeingStopped;
import static dev.countersign.job.JobFixtures.aJobInTheMiddleOfAnEffect;
import static dev.countersign.job.JobFixtures.aJobSentBackForChanges;
import static dev.countersign.job.JobFixtures.aJobWithAnUnknownOutcome;
import static dev.countersign.job.JobFixtures.anApprovedJob;
import static dev.countersign.job.JobFixtures.decision;
import static dev.countersign.job.JobFixtures.effect;
import static dev.countersign.job.JobFixtures.ended;
import static dev.countersign.job.JobFixtures.gate;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.LeasesAndFencesTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Effect.Standing;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleDecideTest {
  @Test
  void the_submitter_cannot_approve_even_with_the_role() {
    var job = aJobAwaitingApproval();

    assertRefused(
        job, decided(job, OWNER, Set.of("reviewer"), seconds(60)), Verdict.Reason.NOT_ELIGIBLE);
  }

  @Test
  void a_stranger_cannot_decide() {
    var job = aJobAwaitingApproval();

    assertRefused(
        job,
        decided(job, "x@local.example", Set.of("user"), seconds(60)),
        Verdict.Reason.NOT_ELIGIBLE);
  }

  @Test
  void a_decision_at_the_hour_of_expiry_is_late_though_no_sweeper_has_run() {
    var job = aJobAwaitingApproval();

    assertRefused(
        job,
        decided(job, JobFixtures.REVIEWER, Set.of(), gate(job).expiresAt()),
        Verdict.Reason.TOO_LATE);
  }

  @Test
  void a_decision_on_another_digest_is_refused() {
    var job = aJobAwaitingApproval();
    var d = decision(job, new Decision.Say.Approve());
    var other =
        new Decision(d.approval(), "e2".repeat(32), d.display(), d.say(), d.by(), d.at(), d.mac());

    assertRefused(job, new JobEvent.Decided(seconds(60), other), Verdict.Reason.PROPOSAL_CHANGED);
  }

  @Test
  void a_second_decision_changes_nothing() {
    var asked = aJobAwaitingApproval();
    var say = decision(asked, new Decision.Say.Reject("no"));
    var approved =
        moved(
            asked, new JobEvent.Decided(seconds(60), decision(asked, new Decision.Say.Approve())));

    assertRefused(
        approved, new JobEvent.Decided(seconds(61), say), Verdict.Reason.NOT_IN_THIS_STATE);
  }

  @Test
  void a_request_for_changes_begins_the_next_draft_and_prevents_the_old_effect() {
    var redrafting = aJobSentBackForChanges();

    assertThat(redrafting.progress().revision()).isEqualTo(2);
    assertThat(redrafting.currentStep().name()).isEqualTo("draft");
    assertThat(redrafting.progress().runs().get(0).done()).isTrue();
    assertThat(redrafting.progress().runs().subList(1, 4)).noneMatch(StepRun::done);
    assertThat(redrafting.effects()).allMatch(e -> e.standing() == Standing.PREVENTED);
  }

  @Test
  void an_effect_can_be_performed_only_while_it_is_being_attempted_by_its_holder() {
    var attempting = aJobInTheMiddleOfAnEffect();

    assertThat(ApprovedAction.of(attempting, effect(attempting), (_, _, _) -> true)).isPresent();
    for (var job : new Job[] {anApprovedJob(), aJobBeingDelivered(), aJobBeingStopped()})
      assertThat(ApprovedAction.of(job, effect(job), (_, _, _) -> true)).isEmpty();
  }

  @Test
  void a_cancel_answers_with_what_it_prevented() {
    var canceled = moved(anApprovedJob(), new JobEvent.CancelAsked(seconds(61), OWNER));

    var receipt = ((JobState.Canceled) canceled.state()).receipt();

    assertThat(receipt.prevented()).containsExactly(effect(canceled));
    assertThat(receipt.done()).isEmpty();
    assertThat(receipt.unknown()).isEmpty();
    assertThat(canceled.effects()).allMatch(e -> e.standing() == Standing.PREVENTED);
  }

  @Test
  void a_cancel_during_an_attempt_waits_for_its_end_and_says_how_it_ended() {
    var stopping = aJobBeingStopped();

    var done = receipt(ended(stopping, new JobEvent.Outcome.Done("ref")));
    var prevented = receipt(ended(stopping, new JobEvent.Outcome.NotDone("busy", seconds(99))));
    var unknown = receipt(moved(stopping, new JobEvent.LeaseLapsed(seconds(900))));

    assertThat(done.done()).containsExactly(effect(stopping));
    assertThat(prevented.prevented()).containsExactly(effect(stopping));
    assertThat(unknown.unknown()).containsExactly(effect(stopping));
  }

  @Test
  void a_second_cancel_is_answered_like_the_first() {
    assertThat(JobMachine.apply(aJobBeingStopped(), new JobEvent.CancelAsked(seconds(75), OWNER)))
        .isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void a_retry_goes_on_at_the_failed_step_with_fresh_tries_and_time() {
    var failed = aFailedJob();

    var again = moved(failed, new JobEvent.RetryAsked(seconds(5000), OWNER));

    assertThat(again.state()).isEqualTo(new JobState.Queued(seconds(5000)));
    assertThat(again.currentStep()).isEqualTo(failed.currentStep());
    assertThat(again.progress().attempt()).isZero();
    assertThat(again.deadline()).isEqualTo(seconds(5000).plus(JobFixtures.WORK_LIMIT));
  }

  @Test
  void a_retry_after_a_failed_delivery_needs_no_second_signature() {
    var again = moved(aFailedDelivery(), new JobEvent.RetryAsked(seconds(5000), OWNER));

    assertThat(again.state()).isInstanceOf(JobState.Approved.class);
    assertThat(again.effects()).allMatch(e -> e.standing() == Standing.APPROVED);
  }

  @Test
  void a_retry_never_repeats_an_effect_that_may_have_happened() {
    assertRefused(
        aJobWithAnUnknownOutcome(),
        new JobEvent.RetryAsked(seconds(5000), OWNER),
        Verdict.Reason.OUTCOME_UNKNOWN);
  }

  private static CancelReceipt receipt(Job job) {
    return ((JobState.Canceled) job.state()).receipt();
  }

  private static JobEvent decided(Job job, String address, Set<String> roles, Instant at) {
    var by = new Decider(address, roles, Decider.How.SIGNED_IN);
    return new JobEvent.Decided(
        at,
        new Decision(
            gate(job).approval(),
            gate(job).digest(),
            null,
            new Decision.Say.Approve(),
            by,
            at,
            "mac"));
  }
}
