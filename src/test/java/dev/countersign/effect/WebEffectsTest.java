package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.ApprovedAction;
import dev.countersign.job.JobFixtures;
import dev.countersign.queue.StandardWebhook;
import dev.countersign.workflow.Action;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Webhooks and changes of records against a receiver that answers this way and that.
class WebEffectsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1614265330);
  private final CountingReceiver receiver = new CountingReceiver();
  private final TestWeb web = new TestWeb(receiver.port());
  private final WebhookPerformer webhook = web.webhook(() -> NOW);
  private final RecordChangePerformer change = web.recordChange();
  private final ApprovedAction permission = TestWeb.permission();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void a_webhook_carries_key_and_signature_and_keeps_the_receivers_id() {
    var attempt = webhook.perform(permission, post(receiver.plain("/hook")));

    assertThat(attempt).isEqualTo(new Attempt.Done("req_1"));
    assertThat(receiver.header("Idempotency-Key")).isEqualTo("\"" + permission.key() + "\"");
    assertThat(receiver.header("webhook-id")).isEqualTo("msg_" + permission.key());
    assertThat(receiver.header("webhook-timestamp")).isEqualTo("1614265330");
    assertThat(receiver.header("webhook-signature")).startsWith("v1,");
  }

  /// Computed apart, with Python's hmac.
  @Test
  void a_signature_is_what_the_standard_says() {
    var headers =
        StandardWebhook.headers(
            TestWeb.SECRET,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            NOW,
            "{\"test\": 2432232314}".getBytes(UTF_8));

    assertThat(headers)
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Done",
    "302, Impossible",
    "400, Impossible",
    "409, Impossible",
    "429, NotDone",
    "500, Unknown",
    "502, Unknown",
    "503, NotDone",
    "0, Unknown"
  })
  void an_answer_means_what_it_says_and_no_more(int status, String means) {
    receiver.answers(status);

    var attempt = webhook.perform(permission, post(receiver.plain("/hook")));

    assertThat(attempt.getClass().getSimpleName()).isEqualTo(means);
    assertThat(receiver.requests()).isEqualTo(1);
  }

  @Test
  void a_receiver_that_is_not_there_was_not_called() {
    receiver.close();

    assertThat(webhook.perform(permission, post(receiver.plain("/hook"))))
        .isInstanceOf(Attempt.NotDone.class);
  }

  @Test
  void only_a_receiver_that_honours_keys_is_asked_by_the_same_request() {
    var question = TestWeb.question();

    var plain = webhook.ask(question, post(receiver.plain("/hook")));
    var first = webhook.ask(question, post(receiver.honouring("/hook")));
    var again = webhook.ask(question, post(receiver.honouring("/hook")));

    assertThat(plain).isInstanceOf(WhatBecame.CannotTell.class);
    assertThat(List.of(first, again)).allMatch(a -> a instanceof WhatBecame.Happened);
    assertThat(receiver.happened("/hook")).hasSize(1);
  }

  @Test
  void a_target_is_what_the_submitter_put_in_or_is_configured() {
    var elsewhere = post("https://elsewhere.example/hook");

    assertThat(webhook.objection(elsewhere, List.of())).isPresent();
    assertThat(webhook.objection(elsewhere, List.of("https://elsewhere.example/"))).isPresent();
    assertThat(webhook.objection(elsewhere, List.of(elsewhere.target()))).isEmpty();
    assertThat(webhook.objection(post("http://elsewhere.example/"), List.of())).isPresent();
    assertThat(webhook.objection(post("https://u:p@elsewhere.example/"), List.of())).isPresent();
    assertThat(webhook.objection(post(receiver.plain("/hook")), List.of())).isEmpty();
  }

  @Test
  void a_change_is_written_over_what_the_person_saw() throws IOException {
    assertThat(change.perform(permission, priced("\"v1\""))).isInstanceOf(Attempt.Done.class);

    assertThat(receiver.record()).contains("12.00");
    assertThat(receiver.header("Authorization")).isEqualTo("Bearer open-sesame");
  }

  @Test
  void a_record_that_somebody_changed_since_is_left_alone() throws IOException {
    receiver.changeRecord("{\"price\":\"99.00\"}");

    var attempt = change.perform(permission, priced("\"v1\""));

    assertThat(attempt)
        .isEqualTo(new Attempt.Impossible("The record was changed since it was approved."));
    assertThat(receiver.record()).isEqualTo("{\"price\":\"99.00\"}");
  }

  @Test
  void a_record_tells_whether_its_change_was_made() throws IOException {
    var question = TestWeb.question();
    assertThat(change.ask(question, priced("\"v1\""))).isInstanceOf(WhatBecame.DidNot.class);

    receiver.changeRecord("{\"price\":\"12.00\",\"name\":\"Hood\"}");
    assertThat(change.ask(question, priced("\"v1\""))).isInstanceOf(WhatBecame.Happened.class);

    receiver.changeRecord("{\"price\":\"13.00\"}");
    assertThat(change.ask(question, priced("\"v1\""))).isInstanceOf(WhatBecame.CannotTell.class);

    receiver.answers(503);
    assertThat(change.ask(question, priced("\"v1\""))).isInstanceOf(WhatBecame.AskLater.class);
  }

  @Test
  void an_effect_has_one_key_whatever_tries_it_and_another_for_other_bytes() {
    var effect = permission.effect();
    var job = permission.job();
    var same = JobFixtures.aJobInTheMiddleOfAnEffect();

    assertThat(permission.key()).isEqualTo(effect.key(job)).matches("[0-9a-f]{48}");
    assertThat(same.effects().getFirst().key(same.id())).isNotEqualTo(permission.key());
  }

  private static Action post(String target) {
    return new Action(
        "webhook", target, "bid.compared", "application/json", "{\"low\":1}".getBytes(UTF_8));
  }

  private Action priced(String tag) throws IOException {
    var json = new ObjectMapper();
    return new RecordChange(
            "PUT",
            tag,
            "application/json",
            json.readTree(receiver.record()),
            json.valueToTree(Map.of("price", "12.00")),
            "{\"price\":\"12.00\",\"name\":\"Hood\"}")
        .action(receiver.plain("/record"), "The hood's price");
  }
}
