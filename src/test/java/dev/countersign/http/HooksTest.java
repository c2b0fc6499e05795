package dev.countersign.http;

import static dev.countersign.http.Calls.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.model.openai.Webhook;
import dev.countersign.queue.StandardWebhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class HooksTest {
  private final Instant now = Instant.now();

  @Test
  void what_the_provider_has_signed_is_heard_however_often_it_comes() {
    var webhook = Webhook.of("response.completed", "resp_nobodys", now);

    assertThat(sent(webhook.headers(), webhook.body()).statusCode()).isEqualTo(204);
    assertThat(sent(webhook.headers(), webhook.body()).statusCode()).isEqualTo(204);
  }

  @Test
  void an_event_that_is_not_about_an_end_is_left_alone() {
    var webhook = Webhook.of("batch.completed", "batch_1", now);

    assertThat(sent(webhook.headers(), webhook.body()).statusCode()).isEqualTo(204);
  }

  @Test
  void what_is_not_signed_so_is_not_heard() {
    var webhook = Webhook.of("response.completed", "resp_1", now);
    var other = new HashMap<>(webhook.headers());
    other.put("webhook-id", "wh_other");

    assertNotVerified(sent(Map.of(), webhook.body()));
    assertNotVerified(sent(other, webhook.body()));
    assertNotVerified(sent(webhook.headers(), webhook.body().replace("resp_1", "resp_2")));
  }

  @Test
  void a_replay_is_not_heard() {
    for (long away : new long[] {-301, 400}) {
      var webhook = Webhook.of("response.completed", "resp_1", now.plusSeconds(away));
      assertNotVerified(sent(webhook.headers(), webhook.body()));
    }
  }

  @Test
  void what_we_sign_ourselves_is_verified_by_one_of_several_secrets() {
    var other = "whsec_" + "QUFB".repeat(8);
    var body = "{}".getBytes(StandardCharsets.UTF_8);
    var headers = StandardWebhook.headers(other + " " + Webhook.SECRET, "id", now, body);

    assertThat(StandardWebhook.verified(Webhook.SECRET, headers::get, body, now)).isTrue();
    assertThat(StandardWebhook.verified(other, headers::get, body, now)).isTrue();
    assertThat(StandardWebhook.verified("whsec_" + "QkJC".repeat(8), headers::get, body, now))
        .isFalse();
  }

  private static Response sent(Map<String, String> headers, String body) {
    return nobody()
        .headers(headers)
        .contentType("application/json")
        .body(body)
        .post("/hooks/openai");
  }

  private static void assertNotVerified(Response response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.jsonPath().getString("type")).endsWith(":webhook-not-verified");
  }
}
