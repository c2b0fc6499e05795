package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.effect.ScriptedSmtp.Mood;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.Occasion;
import dev.countersign.job.ReviewTerms;
import dev.countersign.notify.Links;
import dev.countersign.notify.SentMail;
import dev.countersign.notify.TestNotifyConfig;
import dev.countersign.store.Notice;
import dev.countersign.store.Notice.Standing;
import dev.countersign.worker.BreakingPoint.Side;
import dev.countersign.workflow.Fatal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What submitters are told, once, whatever crashes.
class NoticesTest {
  private static final String SUBMITTER = "submitter@local.example";
  private static final String MAIL = "submitter-mail";
  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void submittersAreTold() {
    engine.notify = TestNotifyConfig.MAIL;
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void a_submitter_reads_that_a_decision_is_waited_for_and_what_was_done() {
    var id = engine.awaitingApproval();
    assertThat(subjects())
        .containsExactly("Waiting for a decision until Mon 9 Mar 10:00 UTC: Trial");
    assertThat(newest().text())
        .contains("Send the draft to client@example.com", "Asked: reviewer@");

    engine.clock.advance(Duration.ofMinutes(5));
    engine.approves(id);
    engine.start().workOff();

    assertThat(subjects()).hasSize(2).last().isEqualTo("Done: Trial");
    assertThat(newest().text())
        .contains("E-mail to client@example.com: done, Mon 2 Mar 2026, 10:05 UTC", "4711");
    assertThat(Links.in(newest())).containsExactly("http://localhost:8080/ui/jobs/" + id);
  }

  @Test
  void an_approval_is_told_where_it_stays_at_that() {
    var id = engine.awaitingApproval();
    engine.clock.advance(Duration.ofMinutes(5));

    engine.approves(id);
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(subjects()).last().isEqualTo("Approved: Trial");
    assertThat(newest().text()).contains("Decided by: reviewer@local.example");
  }

  @Test
  void a_rejection_comes_with_its_reason() {
    var id = engine.awaitingApproval();

    engine.says(id, new Say.Reject("The hood is missing. See https://evil.example/x"));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(newest().subject()).isEqualTo("Rejected, nothing was done: Trial");
    assertThat(newest().text()).contains("The hood is missing.", "submit a new job");
    assertThat(Links.in(newest())).containsExactly("http://localhost:8080/ui/jobs/" + id);
  }

  @Test
  void an_expired_request_says_how_to_ask_again() {
    engine.awaiting(ReviewTerms.by(List.of("somebody@local.example")).living(Duration.ofHours(1)));

    engine.clock.advance(Duration.ofMinutes(61));
    sweepsTwice();

    assertThat(newest().subject()).startsWith("Nobody decided in time, nothing was done: ");
    assertThat(newest().text()).contains("To ask again, submit a new job.");
  }

  @Test
  void a_failure_comes_with_what_can_be_done() {
    engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace(
        "two",
        _ -> {
          throw Fatal.stepFailed("The scale is broken.", "Mend it, then retry.");
        });
    engine.start().workOff();

    engine.clock.advance(Duration.ofMinutes(1));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(newest().subject()).isEqualTo("Stopped, a person is needed: Trial");
    assertThat(newest().text())
        .contains("The scale is broken.", "What can be done: Mend it, then retry.");
  }

  @Test
  void a_cancel_is_told_with_its_receipt() {
    var id = engine.awaitingApproval();
    engine.clock.advance(Duration.ofMinutes(2));

    engine.cancels(id);
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(newest().subject()).isEqualTo("Canceled: Trial");
    assertThat(newest().text())
        .contains("0 done, 1 prevented, 0 unknown", "E-mail to client@example.com: not done");
  }

  @Test
  void an_end_that_was_in_the_answer_is_not_mailed_and_one_that_was_not_is() {
    var seen = engine.submitted(TrialWorkflows.trivial());
    var unseen = engine.submitted(TrialWorkflows.trivial());
    engine.start().workOff();
    engine.store.notices().answered(engine.job(seen));

    engine.clock.advance(Duration.ofSeconds(31));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(engine.smtp.received()).hasSize(1);
    assertThat(newest().text()).contains(unseen.value());
    assertThat(word(seen, Occasion.COMPLETED).standing()).isEqualTo(Standing.SKIPPED);
  }

  @Test
  void telling_leaves_a_job_that_is_over_as_it_is() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.start().workOff();
    var before = engine.job(id);
    var timeline = engine.timeline(id);

    engine.clock.advance(Duration.ofMinutes(1));
    sweepsTwice();

    assertThat(engine.smtp.received()).hasSize(1);
    assertThat(engine.job(id)).isEqualTo(before);
    assertThat(engine.timeline(id)).isEqualTo(timeline);
  }

  @Test
  void a_relay_that_is_down_is_tried_again_and_less_and_less_often() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.start().workOff();
    engine.clock.advance(Duration.ofMinutes(1));
    engine.smtp.is(Mood.BUSY_AT_SENDER);

    engine.start().sweep.run(TimeLeft.UNLIMITED);
    engine.clock.advance(Duration.ofSeconds(59));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    assertThat(only(id).tries()).isEqualTo(1);
    engine.clock.advance(Duration.ofSeconds(2));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    assertThat(only(id).tries()).isEqualTo(2);
    engine.smtp.is(Mood.ACCEPTS);
    engine.clock.advance(Duration.ofMinutes(2));
    sweepsTwice();

    assertThat(subjects()).containsExactly("Done: Trial");
    assertThat(only(id).nextTry()).isNull();
  }

  @Test
  void what_can_never_be_told_is_given_up_on_and_counted() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.start().workOff();
    engine.smtp.is(Mood.UNKNOWN_RECIPIENT);
    engine.clock.advance(Duration.ofMinutes(1));
    var process = engine.start();

    process.sweeps();

    assertThat(word(id, Occasion.COMPLETED).standing()).isEqualTo(Standing.GIVEN_UP);
    assertThat(process.metrics()).anyMatch(line -> line.contains("\"NotificationsGivenUp\":1"));
  }

  @Test
  void a_crash_at_any_write_of_telling_loses_no_word_and_tells_it_at_most_once_more() {
    for (int at = 0; at < 4; at++) {
      var id = engine.submitted(TrialWorkflows.trivial());
      engine.start().workOff();
      engine.clock.advance(Duration.ofMinutes(1));
      var before = engine.smtp.received().size();

      dies(BreakingPoint.at(at / 2 + 1, at % 2 == 0 ? Side.BEFORE : Side.AFTER));
      engine.clock.advance(Duration.ofMinutes(2));
      sweepsTwice();

      var sent = engine.smtp.received().subList(before, engine.smtp.received().size());
      assertThat(sent).hasSizeBetween(1, 2);
      assertThat(sent)
          .extracting(mail -> SentMail.of(mail).header("Message-ID"))
          .containsOnly(SentMail.of(sent.getFirst()).header("Message-ID"));
      assertThat(only(id).nextTry()).isNull();
    }
  }

  @Test
  void a_retried_job_is_told_of_anew() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.start().giveUp.on(id);
    engine.clock.advance(Duration.ofMinutes(1));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    engine.moved(engine.job(id), new JobEvent.RetryAsked(engine.clock.instant(), "op"), List.of());
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(subjects()).containsExactly("Stopped, a person is needed: Trial", "Done: Trial");
  }

  private void dies(BreakingPoint breaking) {
    try {
      engine.start(breaking).sweep.run(TimeLeft.UNLIMITED);
    } catch (RuntimeException | Error e) {
      assertThat(breaking.dead()).as("it died where it was told to: " + e).isTrue();
    }
  }

  private void sweepsTwice() {
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    engine.start().sweep.run(TimeLeft.UNLIMITED);
  }

  private Notice only(JobId id) {
    return engine.store.notices().of(id).getFirst();
  }

  private Notice.Word word(JobId id, Occasion kind) {
    return engine.store.notices().of(id).stream()
        .filter(notice -> notice.kind() == kind)
        .map(notice -> notice.channels().get(MAIL))
        .findFirst()
        .orElseThrow();
  }

  private List<String> subjects() {
    return engine.smtp.received().stream()
        .filter(mail -> mail.recipients().contains(SUBMITTER))
        .map(mail -> SentMail.of(mail).subject())
        .toList();
  }

  private SentMail newest() {
    return SentMail.of(
        engine.smtp.received().stream()
            .filter(mail -> mail.recipients().contains(SUBMITTER))
            .reduce((_, last) -> last)
            .orElseThrow());
  }
}
