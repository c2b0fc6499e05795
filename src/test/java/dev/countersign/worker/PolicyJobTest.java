package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.MailReceiver;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Failure;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.job.Risk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a policy makes of a job from its gate to its effect.
class PolicyJobTest {
  private static final String REVIEWER = TrialWorkflows.REVIEWER;
  private static final String SECOND = "second@local.example";
  private static final String THIRD = "third@local.example";
  private static final ReviewTerms TWO_OF_THREE =
      ReviewTerms.by(List.of(REVIEWER, SECOND, THIRD)).approvals(2);

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void two_of_three_send_it_and_one_does_not() {
    var id = engine.awaiting(TWO_OF_THREE);

    engine.says(id, SECOND, new Say.Approve());
    engine.start().workOff();
    assertThat(engine.delivered()).isEmpty();
    engine.says(id, THIRD, new Say.Approve());
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.delivered()).hasSize(1);
    assertThat(engine.store.partition().decisions(id))
        .extracting(d -> d.decision().by().address())
        .containsExactly(SECOND, THIRD);
  }

  @Test
  void a_quorum_with_a_vote_that_we_did_not_seal_sends_nothing() {
    var id = engine.awaiting(TWO_OF_THREE);
    engine.saysUnsealed(id, new Say.Approve());
    engine.says(id, SECOND, new Say.Approve());

    engine.start().workOff();

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.PROPOSAL_CHANGED));
    assertThat(engine.delivered()).isEmpty();
  }

  @Test
  void an_edit_is_rendered_asked_about_anew_and_then_sent_as_it_was_shown() {
    var id = engine.awaiting(TWO_OF_THREE);
    engine.says(id, SECOND, new Say.Approve());
    var before = engine.gate(id).digest();

    engine.says(id, REVIEWER, edit("Another subject", "Better words."));
    engine.start().workOff();

    assertThat(engine.gate(id).revision()).isEqualTo(2);
    assertThat(engine.gate(id).digest()).isNotEqualTo(before);
    assertThat(engine.gate(id).tally().votes()).isEmpty();
    assertThat(engine.delivered()).isEmpty();
    engine.says(id, REVIEWER, new Say.Approve());
    engine.says(id, THIRD, new Say.Approve());
    engine.start().workOff();
    assertThat(engine.delivered())
        .singleElement()
        .satisfies(mail ->
            assertThat(new String(mail.bytes(), UTF_8))
                .contains("Subject: Another subject", "Better words.", "packet.html")
                .doesNotContain("Here it is."));
  }

  @Test
  void an_edit_of_an_edit_keeps_what_it_does_not_change() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));
    engine.says(id, REVIEWER, edit("Another subject", "First words."));
    engine.start().workOff();
    engine.says(id, REVIEWER, edit(null, "Second words."));
    engine.start().workOff();
    engine.says(id, REVIEWER, new Say.Approve());
    engine.start().workOff();

    assertThat(engine.delivered())
        .singleElement()
        .satisfies(mail ->
            assertThat(new String(mail.bytes(), UTF_8))
                .contains("Subject: Another subject", "Second words.")
                .doesNotContain("First words."));
    assertThat(engine.workflows.ranAgain()).isEmpty();
  }

  @Test
  void a_deputy_gets_a_mail_and_decides() {
    var id =
        engine.awaiting(ReviewTerms.by(List.of(REVIEWER)).delegating(List.of("domain:b.example")));

    engine.says(id, REVIEWER, new Say.Delegate("deputy@b.example"));
    engine.start().workOff();

    assertThat(mailsTo("deputy@b.example")).hasSize(1);
    engine.says(id, "deputy@b.example", new Say.Approve());
    engine.start().workOff();
    assertThat(engine.delivered()).hasSize(1);
  }

  @Test
  void those_asked_are_reminded_and_then_others_are_asked_too() {
    var id =
        engine.awaiting(
            ReviewTerms.by(List.of(REVIEWER))
                .reminding(List.of(Duration.ofHours(4)))
                .escalating(List.of(new Escalation(Duration.ofHours(8), List.of(THIRD)))));

    after(Duration.ofHours(4));
    assertThat(mailsTo(REVIEWER)).hasSize(2);
    assertThat(mailsTo(THIRD)).isEmpty();
    after(Duration.ofHours(4));

    assertThat(mailsTo(REVIEWER)).hasSize(2);
    assertThat(mailsTo(THIRD)).hasSize(1);
    assertThat(engine.timeline(id)).contains("reminded", "escalated");
    assertThat(engine.store.partition().inbox(List.of(THIRD))).hasSize(1);
    assertThat(engine.delivered()).isEmpty();
  }

  @Test
  void a_recipient_is_a_risk_until_something_has_reached_them() {
    var first = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));
    assertThat(engine.gate(first).needsSignIn()).isTrue();
    engine.says(first, REVIEWER, new Say.Approve());
    engine.start().workOff();

    var second = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));

    assertThat(engine.gate(second).brief().risk().level()).isEqualTo(Risk.Level.MEDIUM);
    assertThat(engine.gate(second).needsSignIn()).isFalse();
  }

  @Test
  void whom_an_operator_vouches_for_is_no_first_time() {
    engine.workflows.sendTo("anybody@known.example");

    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));

    assertThat(engine.gate(id).needsSignIn()).isFalse();
  }

  @Test
  void a_packet_that_was_exchanged_after_it_was_shown_cannot_be_approved() {
    var id = engine.awaiting(TWO_OF_THREE);
    var packet = engine.store.artifacts().newest(id, "packet.html").orElseThrow();
    var other = "<p>Something else</p>".getBytes(UTF_8);
    engine
        .store
        .objects()
        .put(packet.key(), other, packet.mediaType(), ProposalDigest.sha256(other));

    var answer =
        engine
            .decide(BreakingPoint.never())
            .decide(
                engine.ask(id, new Say.Approve()), TestEngine.person(REVIEWER), Optional.empty());

    assertThat(answer).isInstanceOf(Answer.Changed.class);
    assertThat(engine.gate(id).tally().votes()).isEmpty();
  }

  @Test
  void what_was_shown_is_in_the_decision_beside_what_was_approved() {
    var id = engine.awaiting(TWO_OF_THREE);
    var gate = engine.gate(id);
    engine.says(id, REVIEWER, new Say.Approve());

    var decision = engine.store.partition().decisions(id).getFirst().decision();

    assertThat(decision.digest()).isEqualTo(gate.digest());
    assertThat(decision.display()).isEqualTo(gate.brief().display()).isNotEqualTo(gate.digest());
  }

  private static Say edit(@Nullable String subject, String text) {
    return new Say.Edit(List.of(new Change(0, subject, text)));
  }

  private void after(Duration time) {
    engine.clock.advance(time);
    var process = engine.start();
    for (int i = 0; i < 2; i++) {
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  private List<MailReceiver.Received> mailsTo(String address) {
    return engine.smtp.received().stream()
        .filter(mail -> mail.recipients().contains(address))
        .toList();
  }
}
