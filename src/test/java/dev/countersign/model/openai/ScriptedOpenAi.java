package dev.countersign.model.openai;

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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/// A server with OpenAI's interface on loopback, played by a script: chat completions, and
/// background responses with retrieve, cancel and webhooks. Keeps what it was asked.
///
/// The script answers questions (`POST /chat/completions`, `POST /responses`); a background
/// response is in progress until `finish`, or until its time has passed on the server's clock.
public final class ScriptedOpenAi implements AutoCloseable {
  /// So long that only `finish` ends it.
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Function<Asked, Play> script;
  private final InstantSource clock;
  private final Duration takes;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Queue<Play> first = new ConcurrentLinkedQueue<>();
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final List<String> created = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ObjectMapper json = new ObjectMapper();

  private ScriptedOpenAi(
      int port, Function<Asked, Play> script, InstantSource clock, Duration takes) {
    this.script = script;
    this.clock = clock;
    this.takes = takes;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static ScriptedOpenAi playing(Function<Asked, Play> script) {
    return new ScriptedOpenAi(0, script, () -> Instant.EPOCH, FOR_EVER);
  }

  /// One play for each question, in order; a question too many is answered 500 `off_script`.
  public static ScriptedOpenAi playing(Play... plays) {
    var left = new ConcurrentLinkedQueue<>(List.of(plays));
    return playing(_ -> {
      var next = left.poll();
      return next == null ? Play.errors(500, "off_script") : next;
    });
  }

  /// @param takes how long a background response takes on that clock
  public static ScriptedOpenAi playing(
      InstantSource clock, Duration takes, Function<Asked, Play> script) {
    return new ScriptedOpenAi(0, script, clock, takes);
  }

  public static ScriptedOpenAi at(
      int port, InstantSource clock, Duration takes, Function<Asked, Play> script) {
    return new ScriptedOpenAi(port, script, clock, takes);
  }

  /// For `OPENAI_BASE_URL`.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Asked> asked(Predicate<Asked> which) {
    return asked.stream().filter(which).toList();
  }

  /// The very next request, whatever it is, meets this; several stand in a row.
  public void next(Play play) {
    first.add(play);
  }

  /// The ids of all background responses, the oldest first.
  public List<String> created() {
    return List.copyOf(created);
  }

  /// What the provider knows the response by.
  public Map<String, String> metadata(String response) {
    var metadata = held(response).asked().body().path("metadata");
    return json.convertValue(
        metadata, json.getTypeFactory().constructMapType(Map.class, String.class, String.class));
  }

  public void finish(String response) {
    held(response).finish();
  }

  /// Somebody stops it at the provider.
  public void cancel(String response) {
    held(response).cancel(clock);
  }

  /// The provider does not know it any more.
  public void forget(String response) {
    held.remove(response);
  }

  /// `queued`, `in_progress`, `completed`, ... as it is now.
  public String status(String response) {
    return held(response).status(clock);
  }

  /// The event that tells of the response's end.
  public Webhook webhook(String response, Instant at) {
    return Webhook.of("response." + status(response), response, at);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private Held held(String response) {
    var known = held.get(response);
    if (known == null) throw new AssertionError("no such response: " + response);
    return known;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var question =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders(),
              text.isEmpty() ? json.nullNode() : json.readTree(text));
      asked.add(question);
      var meets = first.poll();
      if (meets != null) perform(exchange, question, meets);
      else if (question.isQuestion()) perform(exchange, question, script.apply(question));
      else known(exchange, question);
    }
  }

  private void perform(HttpExchange exchange, Asked question, Play play) throws IOException {
    switch (play) {
      case Play.Errors(var status, var code, var headers) when status != 200 ->
          error(exchange, status, code, headers);
      case Play.Raw(var body) -> send(exchange, 200, body);
      case Play.Hangs _ -> await(FOR_EVER);
      case Play.Trickles _ -> trickle(exchange);
      case Play.CutsOff _ -> half(exchange, answer(question, play).toString());
      case Play.Loses(var what) -> answer(question, what);
      default -> send(exchange, 200, answer(question, play).toString());
    }
  }

  private JsonNode answer(Asked question, Play play) {
    int number = ids.incrementAndGet();
    if (!question.isCreate()) return Bodies.chat("chatcmpl-" + number, question, play);
    var id = "resp_%04d".formatted(number);
    held.put(id, new Held(id, question, play, clock.instant(), takes));
    created.add(id);
    return Bodies.response(id, question, play, "queued");
  }

  private void known(HttpExchange exchange, Asked question) throws IOException {
    var response = held.get(question.response());
    if (response == null) {
      error(exchange, 404, "not_found", Map.of());
      return;
    }
    if (question.isCancel()) response.cancel(clock);
    send(exchange, 200, response.shown(clock).toString());
  }

  private void error(HttpExchange exchange, int status, String code, Map<String, String> headers)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    var body = json.createObjectNode();
    var error =
        body.putObject("error").put("message", "as scripted: a secret sk-part").put("code", code);
    error.put("type", "invalid_request_error").putNull("param");
    send(exchange, status, body.toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void half(HttpExchange exchange, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  private void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    do {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    } while (!await(Duration.ofMillis(10)));
  }

  /// Whether the server is being closed.
  private boolean await(Duration most) {
    try {
      return closing.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
