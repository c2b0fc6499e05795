package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.KEY;
import static dev.countersign.model.openai.TestModels.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.model.Meaning;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import dev.countersign.queue.StandardWebhook;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// OpenAI's own client library is the reference: it asks the scripted server the same questions,
/// its types hold our requests, its verification our webhooks; we verify what Standard Webhooks'
/// own library signs. `make test-openai` installs both.
@Tag("openai")
class OfficialClientTest {
  enum Unit {
    PIECE,
    METER
  }

  record Line(@Meaning("verbatim") String quote, @Nullable BigDecimal price, @Nullable Unit unit) {}

  record Bid(String bidder, List<Line> lines, @Nullable Line best) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final File CHECK = new File("tools/openai-check");

  private static final Play[] SCRIPT = {
    Play.says("ours"),
    Play.says("never"),
    Play.says("at last"),
    Play.says("theirs"),
    Play.says("never"),
    Play.tooMany(3),
    Play.errors(500, "server_error"),
    Play.errors(401, "invalid_api_key"),
    Play.errors(404, "model_not_found"),
    Play.errors(400, "context_length_exceeded"),
    new Play.Raw("{\"choices\":"),
    new Play.CutsOff()
  };

  private static JsonNode theirs = JSON.nullNode();
  private static List<Asked> ourRequests = List.of();
  private static List<Asked> theirRequests = List.of();

  @BeforeAll
  static void both_ask_the_same() throws Exception {
    try (var server = ScriptedOpenAi.playing(SCRIPT)) {
      var provider = TestModels.longProvider(server);
      var _ = TestModels.provider(server).send(request("gpt-5-mini"), SOON);
      var _ = provider.create(request("gpt-5"), SOON);
      var _ = provider.cancel(server.created().getFirst(), SOON);
      var _ = provider.create(request("gpt-5"), SOON);
      var done = server.created().getLast();
      server.finish(done);
      var _ = provider.retrieve(done, SOON);
      ourRequests = Stream.of(0, 1, 2, 4).map(server.asked()::get).toList();
      int before = server.asked().size();
      theirs = run(given(server, done));
      theirRequests = server.asked().subList(before, before + 4);
    }
  }

  @Test
  void our_requests_have_the_types_of_the_library() {
    assertThat(theirs.path("types").asText()).isEqualTo("ok");
  }

  @Test
  void our_schemas_are_strict_as_the_library_makes_them() {
    assertThat(theirs.path("strict").asBoolean()).isTrue();
  }

  @Test
  void ours_go_where_theirs_go_and_in_the_same_form() {
    assertThat(ourRequests)
        .map(OfficialClientTest::form)
        .isEqualTo(theirRequests.stream().map(OfficialClientTest::form).toList());
  }

  @Test
  void the_library_reads_the_answers_of_the_scripted_server() throws IOException {
    assertThat(theirs.path("answers").path("chat").path("text").asText()).isEqualTo("theirs");
    assertThat(theirs.path("answers").path("chat").path("tokens").asInt()).isPositive();
    assertThat(theirs.path("answers").path("create").path("status").asText()).isEqualTo("queued");
    assertThat(theirs.path("answers").path("cancel").asText()).isEqualTo("cancelled");
    var retrieved = theirs.path("answers").path("retrieve");
    assertThat(retrieved.path("text").asText()).isEqualTo("at last");
    assertThat(retrieved.path("metadata")).isEqualTo(JSON.readTree("{\"job\":\"job_1\"}"));
  }

  @Test
  void the_library_takes_the_scripted_faults_for_what_they_are() {
    assertThat(theirs.path("faults"))
        .map(JsonNode::asText)
        .containsExactly(
            "RateLimitError 429 rate_limit_exceeded",
            "InternalServerError 500 server_error",
            "AuthenticationError 401 invalid_api_key",
            "NotFoundError 404 model_not_found",
            "BadRequestError 400 context_length_exceeded",
            "SyntaxError",
            "TypeError");
  }

  @Test
  void the_library_accepts_the_scripted_webhooks_and_refuses_the_others() {
    assertThat(theirs.path("unwrapped"))
        .map(JsonNode::asText)
        .containsExactly(
            "response.completed resp_0001",
            "response.failed resp_0002",
            "InvalidWebhookSignatureError",
            "InvalidWebhookSignatureError",
            "signed");
  }

  @Test
  void we_accept_what_the_reference_library_signs_and_nothing_else() {
    var webhook = theirs.path("webhook");
    var body = webhook.path("body").asText();

    assertThat(verified(webhook, body, Instant.now())).isTrue();
    assertThat(verified(webhook, body + " ", Instant.now())).isFalse();
    assertThat(verified(webhook, body, Instant.now().plusSeconds(600))).isFalse();
  }

  private static boolean verified(JsonNode webhook, String body, Instant now) {
    return StandardWebhook.verified(
        Webhook.SECRET,
        name -> webhook.path("headers").path(name).asText(null),
        body.getBytes(StandardCharsets.UTF_8),
        now);
  }

  /// As effects and notifications sign theirs.
  private static Webhook ours(Instant now) {
    var body = "{}";
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Webhook(StandardWebhook.headers(Webhook.SECRET, "msg_1", now, bytes), body);
  }

  /// What of a request a server looks at; ids of responses are its own.
  private static String form(Asked asked) {
    var headers =
        Stream.of("Authorization", "Content-Type", "Accept").map(asked.headers()::get).toList();
    return "%s %s %s %s"
        .formatted(
            asked.method(), asked.path().replaceAll("resp_\\d+", "ID"), headers, asked.body());
  }

  private static ObjectNode given(ScriptedOpenAi server, String done) {
    var given = JSON.createObjectNode();
    given.put("key", KEY).put("baseUrl", server.baseUrl().toString()).put("secret", Webhook.SECRET);
    given.put("done", done).put("faults", SCRIPT.length - 5);
    given.set("chat", ourRequests.get(0).body());
    given.set("response", ourRequests.get(1).body());
    given.set("schema", Shape.of(Bid.class).schema().schema());
    var now = Instant.now();
    var completed = Webhook.of("response.completed", "resp_0001", now);
    var failed = Webhook.of("response.failed", "resp_0002", now);
    var changed = new Webhook(completed.headers(), completed.body().replace("0001", "0009"));
    var old = Webhook.of("response.completed", "resp_0001", now.minusSeconds(600));
    given.set("webhooks", JSON.valueToTree(List.of(completed, failed, changed, old, ours(now))));
    return given;
  }

  private static JsonNode run(ObjectNode given) throws IOException, InterruptedException {
    var node =
        new ProcessBuilder("node", "check.mjs")
            .directory(CHECK)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = node.getOutputStream()) {
      JSON.writeValue(in, given);
    }
    var said = JSON.readTree(node.getInputStream());
    assertThat(node.waitFor()).isZero();
    return said;
  }

  private static ModelRequest request(String model) {
    var schema = Shape.of(Bid.class).schema();
    var turns =
        List.<Turn>of(
            new Turn.Instruction("Read."),
            new Turn.Question("A bid."),
            new Turn.Answer("", List.of(new ToolCall("call_1", "find", "{}"))),
            new Turn.ToolResult("call_1", "Page 1"));
    var tools = List.of(new ToolSpec("find", "Finds.", Shape.of(Line.class).schema()));
    return new ModelRequest(model, turns, schema, tools, 700, Map.of("job", "job_1"));
  }
}
