package dev.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Slack on loopback, as far as it is called: it asks for a bot's token, refuses what Block Kit
/// does not allow, and keeps what it was told. Any other path is a plain receiver of JSON.
public final class SlackDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> messages = new TreeMap<>();
  private volatile String failing = "";
  private volatile int status = 200;

  /// @param headers names in small letters
  public record Call(String path, Map<String, String> headers, String text, JsonNode body) {}

  public SlackDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /// Answers every call of its API with that error from now on; with none when it is empty.
  public void fails(String error) {
    failing = error;
  }

  /// Answers everything with that status from now on.
  public void answers(int next) {
    status = next;
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  /// The messages as they stand now, by their time.
  public Map<String, JsonNode> messages() {
    return Map.copyOf(messages);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      var path = exchange.getRequestURI().getPath();
      var call = new Call(path, headers, text, JSON.readTree(text));
      calls.add(call);
      var answer = status == 200 && path.startsWith("/api/") ? api(call) : "ok";
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String api(Call call) throws JsonProcessingException {
    var error = failing.isEmpty() ? error(call) : failing;
    if (!error.isEmpty())
      return JSON.createObjectNode().put("ok", false).put("error", error).toString();
    var ts = call.body().path("ts").asText("1700000000.%06d".formatted(calls.size()));
    messages.put(ts, call.body());
    return JSON.createObjectNode()
        .put("ok", true)
        .put("channel", call.body().path("channel").asText())
        .put("ts", ts)
        .toString();
  }

  private static String error(Call call) {
    if (!call.headers().getOrDefault("Authorization", "").equals("Bearer xoxb-test"))
      return "not_authed";
    if (!call.headers().getOrDefault("Content-Type", "").equals("application/json; charset=utf-8"))
      return "invalid_post_type";
    if (call.body().path("channel").asText().isEmpty()) return "channel_not_found";
    if (call.path().endsWith("chat.update") && call.body().path("ts").asText().isEmpty())
      return "message_not_found";
    try {
      checkBlocks(call.body());
      return "";
    } catch (AssertionError _) {
      return "invalid_blocks";
    }
  }

  /// What Slack's reference of Block Kit says.
  public static void checkBlocks(JsonNode message) {
    assertThat(message.path("text").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(4000);
    var blocks = message.path("blocks");
    assertThat(blocks.size()).isBetween(1, 50);
    assertThat(blocks.toString().length()).isLessThan(13_000);
    for (var block : blocks)
      switch (block.path("type").asText()) {
        case "header" -> text(block.path("text"), "plain_text", 150);
        case "section" -> section(block);
        case "context" -> {
          assertThat(block.path("elements").size()).isBetween(1, 10);
          block.path("elements").forEach(element -> text(element, "", 3000));
        }
        case "actions" -> {
          assertThat(block.path("elements").size()).isBetween(1, 25);
          block.path("elements").forEach(SlackDouble::button);
        }
        default -> throw new AssertionError("not a block that we use: " + block);
      }
  }

  private static void section(JsonNode block) {
    if (!block.has("fields")) text(block.path("text"), "", 3000);
    assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
    block.path("fields").forEach(field -> text(field, "", 2000));
    assertThat(block.has("text") || !block.path("fields").isEmpty()).isTrue();
  }

  private static void button(JsonNode button) {
    assertThat(button.path("type").asText()).isEqualTo("button");
    text(button.path("text"), "plain_text", 75);
    assertThat(button.path("url").asText()).startsWith("http").hasSizeLessThanOrEqualTo(3000);
    assertThat(button.path("action_id").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(255);
    assertThat(button.has("value")).as("nothing is decided in Slack").isFalse();
  }

  private static void text(JsonNode text, String type, int most) {
    assertThat(text.path("type").asText()).isIn("plain_text", "mrkdwn");
    if (!type.isEmpty()) assertThat(text.path("type").asText()).isEqualTo(type);
    assertThat(text.path("text").asText().length()).isBetween(1, most);
  }
}
