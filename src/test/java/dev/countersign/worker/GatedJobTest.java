package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.MailReceiver;
import dev.countersign.effect.ScriptedSmtp.Mood;
import dev.countersign.job.Decision;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Failure;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.JobState.NeedsReview;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatedJobTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void nothing_goes_to_the_client_before_a_decision() {
    var id = engine.awaitingApproval();

    engine.clock.advance(Duration.ofDays(1));
    var process = engine.start();
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();

    assertThat(engine.job(id).state()).isInstanceOf(NeedsReview.class);
    assertThat(engine.delivered()).isEmpty();
  }

  @Test
  void the_bytes_sent_are_the_bytes_that_were_approved() {
    var id = engine.awaitingApproval();
    var approved = engine.approves(id).effects().getFirst().digest();

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.delivered())
        .singleElement()
        .satisfies(mail -> assertThat(ProposalDigest.sha256(mail.bytes())).isEqualTo(approved));
  }

  @Test
  void a_packet_that_was_swapped_after_the_decision_is_refused_and_not_sent() {
    var id = engine.awaitingApproval();
    engine.approves(id);
    var payload = engine.store.partition().proposal(id, 1).orElseThrow().actions().getFirst();
    var other = "To: thief@example.com\r\n\r\nother".getBytes(UTF_8);
    engine
        .store
        .objects()
        .put(payload.key(), other, "message/rfc822", ProposalDigest.sha256(other));

    engine.start().workOff();

    assertThat(failure(id)).isEqualTo(Failure.Kind.PROPOSAL_CHANGED);
    assertThat(engine.delivered()).isEmpty();
    assertThat(standing(id)).isEqualTo(Standing.APPROVED);
  }

  @Test
  void a_decision_without_our_seal_sends_nothing() {
    var id = engine.awaitingApproval();
    engine.saysUnsealed(id, new Decision.Say.Approve());

    engine.start().workOff();

    assertThat(failure(id)).isEqualTo(Failure.Kind.PROPOSAL_CHANGED);
    assertThat(engine.delivered()).isEmpty();
  }

  @Test
  void a_rejected_job_sends_nothing() {
    var id = engine.awaitingApproval();
    engine.says(id, new Decision.Say.Reject("Too dear."));

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Rejected.class);
    assertThat(engine.delivered()).isEmpty();
    assertThat(standing(id)).isEqualTo(Standing.PREVENTED);
  }

  @Test
  void silence_of_the_relay_is_unknown_and_never_repeated() {
    var id = engine.awaitingApproval();
    engine.approves(id);
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);

    engine.start().workOff();
    engine.smtp.is(Mood.ACCEPTS);
    engine.clock.advance(Duration.ofHours(3));
    var process = engine.start();
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();

    assertThat(failure(id)).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
    assertThat(engine.delivered()).hasSize(1);
  }

  @Test
  void a_busy_relay_is_tried_again_later() {
    var id = engine.awaitingApproval();
    engine.approves(id);
    engine.smtp.is(Mood.BUSY_AT_SENDER);
    engine.start().on(id);
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Approved.class);

    engine.smtp.is(Mood.ACCEPTS);
    engine.clock.advance(Duration.ofMinutes(15));
    engine.start().on(id);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.delivered()).hasSize(1);
  }

  @Test
  void a_cancel_during_the_attempt_ends_with_what_became_of_it() {
    var id = engine.awaitingApproval();
    engine.approves(id);
    engine.smtp.whenHandedAMessage(
        () -> assertThat(engine.cancels(id).state()).isInstanceOf(JobState.Stopping.class));

    engine.start().on(id);

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Canceled.class,
            canceled -> {
              assertThat(canceled.receipt().done()).hasSize(1);
              assertThat(canceled.receipt().unknown()).isEmpty();
            });
  }

  @Test
  void a_cancel_before_the_attempt_prevents_it() {
    var id = engine.awaitingApproval();
    engine.approves(id);
    engine.cancels(id);

    engine.start().workOff();

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Canceled.class,
            canceled -> assertThat(canceled.receipt().prevented()).hasSize(1));
    assertThat(engine.delivered()).isEmpty();
  }

  @Test
  void a_request_that_nobody_answers_expires() {
    var id = engine.awaitingApproval();

    engine.clock.advance(Duration.ofDays(8));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Expired.class);
    assertThat(standing(id)).isEqualTo(Standing.PREVENTED);
  }

  @Test
  void reviewers_whose_mail_did_not_go_out_are_told_by_the_sweeper() {
    engine.smtp.is(Mood.BUSY_AT_SENDER);
    var id = engine.awaitingApproval();
    assertThat(((NeedsReview) engine.job(id).state()).gate().toldAt()).isNull();

    engine.smtp.is(Mood.ACCEPTS);
    engine.clock.advance(Duration.ofSeconds(61));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(((NeedsReview) engine.job(id).state()).gate().toldAt()).isNotNull();
    assertThat(engine.smtp.received())
        .singleElement()
        .extracting(MailReceiver.Received::recipients)
        .asString()
        .contains(TrialWorkflows.REVIEWER);
  }

  @Test
  void a_notification_has_one_link_and_nothing_of_the_packet() {
    engine.awaitingApproval();

    var mail = new String(engine.smtp.received().getFirst().bytes(), UTF_8);

    assertThat(mail).contains("/review/").doesNotContain("Draft 1");
  }

  private Failure.Kind failure(JobId id) {
    return ((JobState.Failed) engine.job(id).state()).failure().kind();
  }

  private Standing standing(JobId id) {
    return engine.job(id).effects().getFirst().standing();
  }
}
