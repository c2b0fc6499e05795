package dev.countersign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A service on loopback that is played by the test, and keeps what it was asked.
public final class HttpDouble implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// @param target the operation, in services that name it in a header
  public record Asked(String method, String path, String target, String body) {}

  /// @param error the kind of error, as AWS names it in a header; empty for none
  public record Answer(int status, String error, String body) {
    public static Answer ok(String body) {
      return new Answer(200, "", body);
    }

    public static Answer error(int status, String kind) {
      return new Answer(status, kind, "{\"message\":\"no\"}");
    }

    /// The connection is closed without a word.
    public static Answer silence() {
      return new Answer(0, "", "");
    }
  }

  private HttpDouble(Function<Asked, Answer> play) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, play));
    server.start();
  }

  public static HttpDouble playing(Function<Asked, Answer> play) {
    try {
      return new HttpDouble(play);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, Function<Asked, Answer> play) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      var question =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              target == null ? "" : target,
              body);
      asked.add(question);
      answer(exchange, play.apply(question));
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 0) return;
    if (!answer.error().isEmpty())
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
