package dev.countersign.job;

import static dev.countersign.job.JobFixtures.OWNER;
import static dev.countersign.job.JobFixtures.REVIEWER;
import static dev.countersign.job.JobFixtures.SECOND;
import static dev.countersign.job.JobFixtures.THIRD;
import static dev.countersign.job.JobFixtures.aJobApprovedByOneOfTwo;
import static dev.countersign.job.JobFixtures.aJobDecidedInTurn;
import static dev.countersign.job.JobFixtures.aJobThatTakesTwo;
import static dev.countersign.job.JobFixtures.awaiting;
import static dev.countersign.job.JobFixtures.decision;
import static dev.countersign.job.JobFixtures.gate;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.job.Decision.Say;
import dev.countersign.job.Effect.Standing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VotesTest {
  private static final Say YES = new Say.Approve();

  @Test
  void the_first_of_two_approvals_lets_nothing_happen() {
    var job = aJobApprovedByOneOfTwo();

    assertThat(job.state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(gate(job).missing()).isEqualTo(1);
    assertThat(job.effects()).allMatch(e -> e.standing() == Standing.PLANNED);
  }

  @Test
  void two_of_three_let_it_happen() {
    var job = says(aJobApprovedByOneOfTwo(), THIRD, YES);

    assertThat(job.state())
        .isInstanceOfSatisfying(
            JobState.Approved.class,
            approved ->
                assertThat(approved.gate().approvals(approved.decision()))
                    .extracting(d -> d.by().address())
                    .containsExactly(REVIEWER, THIRD));
  }

  @Test
  void each_person_votes_once() {
    assertRefused(aJobApprovedByOneOfTwo(), REVIEWER, YES, Verdict.Reason.ALREADY_SAID);
  }

  @Test
  void one_no_is_enough() {
    var job = says(aJobApprovedByOneOfTwo(), SECOND, new Say.Reject("too dear"));

    assertThat(job.state()).isInstanceOf(JobState.Rejected.class);
    assertThat(job.effects()).allMatch(e -> e.standing() == Standing.PREVENTED);
  }

  @Test
  void a_request_for_changes_voids_the_votes() {
    var job = says(aJobApprovedByOneOfTwo(), SECOND, new Say.RequestChanges("shorter"));

    assertThat(job.state()).isInstanceOf(JobState.Queued.class);
    assertThat(job.currentStep().name()).isEqualTo("draft");
    assertThat(job.progress().revision()).isEqualTo(2);
  }

  @Test
  void an_edit_voids_the_votes_and_is_rendered_by_the_gate_step_itself() {
    var edit = new Say.Edit(List.of(new Decision.Change(0, null, "Better.")));
    var job = says(aJobApprovedByOneOfTwo(), SECOND, edit);

    assertThat(job.state()).isInstanceOf(JobState.Queued.class);
    assertThat(job.currentStep().name()).isEqualTo("review");
    assertThat(job.progress().revision()).isEqualTo(2);
    assertThat(job.progress().runs().subList(0, 2)).allMatch(StepRun::done);
    assertThat(job.effects()).allMatch(e -> e.standing() == Standing.PREVENTED);
  }

  @Test
  void in_turn_only_the_next_is_asked() {
    var job = aJobDecidedInTurn();

    assertThat(gate(job).reviewers()).containsExactly(REVIEWER);
    assertRefused(job, SECOND, YES, Verdict.Reason.NOT_YOUR_TURN);
    assertRefused(job, SECOND, new Say.Reject("no"), Verdict.Reason.NOT_YOUR_TURN);
  }

  @Test
  void in_turn_the_second_is_told_once_the_first_has_approved() {
    var job = says(aJobDecidedInTurn(), REVIEWER, YES);

    assertThat(gate(job).reviewers()).containsExactly(SECOND);
    assertThat(JobMachine.due(job, seconds(61))).isEqualTo(new Next.TellReviewers(gate(job)));
    assertThat(says(job, SECOND, YES).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void two_holders_of_a_role_are_two_people() {
    var job = awaiting(ReviewTerms.by(List.of("role:estimator")).approvals(2));
    var first = decision(job, YES, new Decider(SECOND, Set.of("estimator"), signedIn()));
    var one = moved(job, new JobEvent.Decided(seconds(60), first));
    var second = decision(one, YES, new Decider(THIRD, Set.of("estimator"), signedIn()));

    assertThat(moved(one, new JobEvent.Decided(seconds(61), second)).state())
        .isInstanceOf(JobState.Approved.class);
  }

  @Test
  void a_decision_on_another_page_is_refused() {
    var job = aJobThatTakesTwo();
    var said = decision(job, YES);
    var other =
        new Decision(
            said.approval(), said.digest(), "0f".repeat(32), YES, said.by(), said.at(), "mac");

    LeasesAndFencesTest.assertRefused(
        job, new JobEvent.Decided(seconds(60), other), Verdict.Reason.PROPOSAL_CHANGED);
  }

  @Test
  void a_high_risk_is_approved_only_by_who_is_signed_in_and_rejected_by_link_too() {
    var job = awaiting(ReviewTerms.by(List.of(REVIEWER)).signedIn(ReviewTerms.SignIn.ALWAYS));
    var holder = new Decider(REVIEWER, Set.of(), Decider.How.BY_LINK);

    LeasesAndFencesTest.assertRefused(
        job,
        new JobEvent.Decided(seconds(60), decision(job, YES, holder)),
        Verdict.Reason.SIGN_IN_NEEDED);
    assertThat(
            moved(
                    job,
                    new JobEvent.Decided(seconds(60), decision(job, new Say.Reject("no"), holder)))
                .state())
        .isInstanceOf(JobState.Rejected.class);
  }

  @Test
  void no_policy_lets_anything_through_without_a_person() {
    assertThatThrownBy(() -> ReviewTerms.by(List.of(REVIEWER)).approvals(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReviewTerms.by(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_effect_is_not_performed_while_a_seal_of_the_quorum_is_not_genuine() {
    var approved = says(aJobApprovedByOneOfTwo(), SECOND, YES);
    var attempting = JobFixtures.begun(JobFixtures.taken(approved, seconds(70)));
    var effect = JobFixtures.effect(attempting);

    assertThat(
            ApprovedAction.of(attempting, effect, (_, _, d) -> !d.by().address().equals(REVIEWER)))
        .isEmpty();
    assertThat(ApprovedAction.of(attempting, effect, (_, _, _) -> true))
        .hasValueSatisfying(action -> assertThat(action.approvals()).hasSize(2));
  }

  @Test
  void the_submitter_is_told_that_it_is_others_to_decide() {
    assertThat(gate(aJobThatTakesTwo()).whyNot(person(OWNER), OWNER))
        .hasValueSatisfying(no -> assertThat(no.message()).contains("Whoever submitted"));
  }

  static Job says(Job job, String who, Say say) {
    return moved(job, new JobEvent.Decided(seconds(60), decision(job, say, person(who))));
  }

  static void assertRefused(Job job, String who, Say say, Verdict.Reason reason) {
    LeasesAndFencesTest.assertRefused(
        job, new JobEvent.Decided(seconds(60), decision(job, say, person(who))), reason);
  }

  static Decider person(String address) {
    return new Decider(address, Set.of(), signedIn());
  }

  private static Decider.How signedIn() {
    return Decider.How.SIGNED_IN;
  }
}
