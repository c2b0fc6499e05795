package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.effect.TestWeb;
import dev.countersign.effect.WebPost;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.Occasion;
import dev.countersign.job.ReviewTerms;
import dev.countersign.notify.SlackDouble;
import dev.countersign.notify.TestNotifyConfig;
import dev.countersign.store.Notice;
import dev.countersign.store.Notice.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What Slack and a receiver of events are told.
class ChannelsTest {
  private static final String POST = "/api/chat.postMessage";
  private static final String HOOK = "/hook";
  private final TestEngine engine = new TestEngine();
  private final SlackDouble slack = new SlackDouble();

  @AfterEach
  void close() throws IOException {
    engine.close();
    slack.close();
  }

  @Test
  void a_bots_message_asks_once_and_is_rewritten_to_the_outcome() {
    var id = bot();
    assertThat(slack.calls(POST)).hasSize(1);
    var asked = slack.calls(POST).getFirst();
    assertThat(asked.text())
        .contains("Decide by Mon 9 Mar 10:00 UTC", "Send the draft to client@example.com")
        .contains("http://localhost:8080/ui/approvals/" + engine.gate(id).approval());
    engine.clock.advance(Duration.ofMinutes(5));

    engine.approves(id);
    engine.start().workOff();

    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().values().iterator().next().toString())
        .contains("Approved and done", "reviewer@local.example")
        .doesNotContain("Look at it and decide");
  }

  @Test
  void a_reminder_is_a_reply_that_the_channel_sees() {
    engine.notify = TestNotifyConfig.NONE.slackBot(slack.at("/api"));
    engine.awaiting(
        ReviewTerms.by(List.of("a@local.example")).reminding(List.of(Duration.ofHours(4))));

    engine.clock.advance(Duration.ofHours(5));
    sweepsTwice();

    var reply = slack.calls(POST).getLast().body();
    assertThat(slack.calls(POST)).hasSize(2);
    assertThat(reply.path("thread_ts").asText()).isEqualTo("1700000000.000001");
    assertThat(reply.path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void an_incoming_webhook_is_told_the_outcome_in_another_message() {
    engine.notify = TestNotifyConfig.NONE.slackWebhook(slack.at(HOOK));
    var id = engine.awaitingApproval();

    engine.says(id, new Say.Reject("Too dear."));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(slack.calls(HOOK)).hasSize(2);
    slack.calls(HOOK).forEach(call -> SlackDouble.checkBlocks(call.body()));
    assertThat(slack.calls(HOOK).getLast().text()).contains("Rejected, nothing was done");
    assertThat(slack.calls(HOOK)).noneMatch(call -> call.headers().containsKey("Authorization"));
  }

  @Test
  void what_others_wrote_is_no_markup_and_fits() {
    engine.workflows.sendTo("x".repeat(60) + "@known.example");
    var id = bot();

    slack.calls(POST).forEach(call -> SlackDouble.checkBlocks(call.body()));
    assertThat(word(id, Occasion.NEEDS_REVIEW, "slack").standing()).isEqualTo(Standing.TOLD);
  }

  @Test
  void slack_that_is_down_holds_nothing_up_and_is_told_later() {
    slack.answers(503);
    var id = bot();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(engine.gate(id).untold()).isEmpty();
    assertThat(word(id, Occasion.NEEDS_REVIEW, "slack").standing()).isEqualTo(Standing.OWED);
    slack.answers(200);

    engine.clock.advance(Duration.ofMinutes(2));
    sweepsTwice();

    assertThat(word(id, Occasion.NEEDS_REVIEW, "slack").standing()).isEqualTo(Standing.TOLD);
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void a_token_that_slack_does_not_take_is_given_up_on_with_a_hint() {
    slack.fails("invalid_auth");

    var id = bot();

    var word = word(id, Occasion.NEEDS_REVIEW, "slack");
    assertThat(word.standing()).isEqualTo(Standing.GIVEN_UP);
    assertThat(word.why()).contains("invalid_auth", "countersign.notify.slack.token");
    assertThat(slack.calls(POST)).hasSize(1);
  }

  @Test
  void a_request_that_was_decided_before_slack_answered_is_not_asked_there_any_more() {
    slack.answers(503);
    var id = bot();
    engine.says(id, new Say.Reject("No."));
    slack.answers(200);

    engine.clock.advance(Duration.ofMinutes(2));
    sweepsTwice();

    assertThat(slack.messages()).isEmpty();
    assertThat(word(id, Occasion.NEEDS_REVIEW, "slack").standing()).isEqualTo(Standing.SKIPPED);
  }

  @Test
  void a_receiver_gets_thin_signed_events_in_their_order() {
    engine.notify = TestNotifyConfig.NONE.webhook(slack.at(HOOK));
    var id = engine.awaitingApproval();
    var approval = engine.gate(id).approval().value();
    engine.clock.advance(Duration.ofMinutes(5));
    engine.approves(id);
    engine.start().workOff();

    assertThat(slack.calls(HOOK))
        .extracting(call -> call.body().path("type").asText())
        .containsExactly(
            "dev.countersign.needs_review", "dev.countersign.decided", "dev.countersign.completed");
    assertThat(slack.calls(HOOK).getFirst().text())
        .isEqualTo(
            ("{\"type\":\"dev.countersign.needs_review\",\"timestamp\":\"2026-03-02T10:00:00Z\","
                    + "\"data\":{\"job\":\"%s\",\"approval\":\"%s\"}}")
                .formatted(id, approval));
    assertThat(slack.calls(HOOK)).allSatisfy(ChannelsTest::isSigned);
  }

  @Test
  void an_event_that_is_sent_again_has_the_same_id() {
    engine.notify = TestNotifyConfig.NONE.webhook(slack.at(HOOK));
    slack.answers(500);
    engine.awaitingApproval();
    slack.answers(200);
    engine.clock.advance(Duration.ofMinutes(2));
    sweepsTwice();

    assertThat(slack.calls(HOOK)).hasSize(2);
    assertThat(slack.calls(HOOK))
        .extracting(c -> c.headers().get("webhook-id"))
        .containsOnly(slack.calls(HOOK).getFirst().headers().get("webhook-id"));
  }

  private static void isSigned(SlackDouble.Call call) {
    var at =
        Instant.ofEpochSecond(Long.parseLong(call.headers().getOrDefault("webhook-timestamp", "")));
    var expected =
        WebPost.signature(
            TestWeb.SECRET,
            call.headers().getOrDefault("webhook-id", ""),
            at,
            call.text().getBytes(StandardCharsets.UTF_8));
    assertThat(call.headers())
        .containsEntry("webhook-signature", expected.get("webhook-signature"));
  }

  private JobId bot() {
    engine.notify = TestNotifyConfig.NONE.slackBot(slack.at("/api"));
    return engine.awaitingApproval();
  }

  private void sweepsTwice() {
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    engine.start().sweep.run(TimeLeft.UNLIMITED);
  }

  private Notice.Word word(JobId id, Occasion kind, String channel) {
    return engine.store.notices().of(id).stream()
        .filter(notice -> notice.kind() == kind)
        .map(notice -> notice.channels().get(channel))
        .findFirst()
        .orElseThrow();
  }
}
