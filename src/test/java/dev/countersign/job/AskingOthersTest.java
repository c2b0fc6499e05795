package dev.countersign.job;

import static dev.countersign.job.JobFixtures.OWNER;
import static dev.countersign.job.JobFixtures.REVIEWER;
import static dev.countersign.job.JobFixtures.SECOND;
import static dev.countersign.job.JobFixtures.THIRD;
import static dev.countersign.job.JobFixtures.aJobAwaitingApproval;
import static dev.countersign.job.JobFixtures.aJobDecidedInTurn;
import static dev.countersign.job.JobFixtures.awaiting;
import static dev.countersign.job.JobFixtures.gate;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.VotesTest.assertRefused;
import static dev.countersign.job.VotesTest.person;
import static dev.countersign.job.VotesTest.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Decision.Say;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Handing a say over, reminders and escalation.
class AskingOthersTest {
  private static final String DEPUTY = "deputy@local.example";
  private static final String BOSS = "boss@local.example";
  private static final ReviewTerms DELEGABLE =
      ReviewTerms.by(List.of(REVIEWER, SECOND)).delegating(List.of("domain:local.example"));

  @Test
  void a_handed_say_is_the_deputy_s_and_not_the_reviewer_s_any_more() {
    var job = says(awaiting(DELEGABLE), REVIEWER, new Say.Delegate("Deputy@local.example"));

    assertThat(gate(job).reviewers()).containsExactly(SECOND, DEPUTY);
    assertThat(gate(job).untold()).containsExactly(DEPUTY);
    assertRefused(job, REVIEWER, new Say.Approve(), Verdict.Reason.NOT_ELIGIBLE);
    assertThat(says(job, DEPUTY, new Say.Approve()).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void a_say_goes_only_where_the_policy_lets_it() {
    var job = awaiting(DELEGABLE);
    var refused = Verdict.Reason.DELEGATE_NOT_ALLOWED;

    assertRefused(job, REVIEWER, new Say.Delegate("friend@elsewhere.example"), refused);
    assertRefused(job, REVIEWER, new Say.Delegate(OWNER), refused);
    assertRefused(job, REVIEWER, new Say.Delegate(SECOND), refused);
    assertRefused(
        awaiting(ReviewTerms.by(List.of(REVIEWER))), REVIEWER, new Say.Delegate(DEPUTY), refused);
  }

  @Test
  void those_whom_a_say_can_go_to_are_known_before_anybody_hands_it_over() {
    var terms = DELEGABLE.delegating(List.of(DEPUTY, OWNER, SECOND, "domain:local.example"));

    assertThat(gate(awaiting(terms)).replacements(OWNER)).containsExactly(DEPUTY);
    assertThat(terms.domains()).containsExactly("local.example");
    assertThat(gate(aJobAwaitingApproval()).replacements(OWNER)).containsExactly(BOSS);
  }

  @Test
  void a_deputy_stands_in_for_the_turn_that_was_handed_over_and_no_other() {
    var order = gate(aJobDecidedInTurn()).terms().delegating(List.of(DEPUTY));
    var handed = says(awaiting(order), REVIEWER, new Say.Delegate(DEPUTY));

    assertThat(gate(handed).reviewers()).containsExactly(DEPUTY);
    assertThat(gate(says(handed, DEPUTY, new Say.Approve())).reviewers()).containsExactly(SECOND);
  }

  @Test
  void a_stranger_cannot_hand_over_what_is_not_theirs() {
    assertRefused(
        awaiting(DELEGABLE),
        "x@local.example",
        new Say.Delegate(DEPUTY),
        Verdict.Reason.NOT_ELIGIBLE);
  }

  @Test
  void a_reminder_is_due_at_its_hour_and_counts_once() {
    var job = aJobAwaitingApproval();
    var at = gate(job).proposedAt().plus(Duration.ofHours(12));
    var reminder = new JobEvent.Reminded(at, gate(job).approval(), 1);

    assertThat(JobMachine.due(job, at)).isEqualTo(new Next.Remind(gate(job), 1));
    var reminded = moved(job, reminder);
    assertThat(JobMachine.due(reminded, at))
        .isEqualTo(
            new Next.AwaitDecision(
                gate(reminded), gate(job).proposedAt().plus(Duration.ofHours(18))));
    assertThat(JobMachine.apply(reminded, reminder)).isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void an_escalation_asks_others_too_and_never_consents() {
    var job = aJobAwaitingApproval();
    var at = gate(job).proposedAt().plus(Duration.ofHours(18));
    var due = (Next.Apply) JobMachine.due(job, at);

    var escalated = moved(job, due.event());

    assertThat(escalated.state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(gate(escalated).reviewers()).contains(REVIEWER, BOSS);
    assertThat(gate(escalated).untold()).containsExactly(BOSS);
    assertThat(gate(job).whyNot(person(BOSS), OWNER)).isPresent();
    assertThat(gate(escalated).whyNot(person(BOSS), OWNER)).isEmpty();
  }

  @Test
  void an_escalation_before_its_hour_is_refused() {
    var job = aJobAwaitingApproval();
    var early = gate(job).proposedAt().plus(Duration.ofHours(17));

    LeasesAndFencesTest.assertRefused(
        job, new JobEvent.Escalated(early, gate(job).approval(), 1), Verdict.Reason.TOO_EARLY);
  }

  @Test
  void whoever_is_asked_later_is_told_later() {
    var job = aJobDecidedInTurn();

    assertThat(gate(job).untold()).isEmpty();
    assertThat(gate(says(job, REVIEWER, new Say.Approve())).untold()).containsExactly(SECOND);
    assertThat(gate(job).concerns(person(THIRD))).isTrue();
  }
}
