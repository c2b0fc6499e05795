package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An HTTP API in front of a function, with the limits that cannot be raised:
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html>.
final class ApiGateway implements AutoCloseable {
  static final int MOST_HEADER_BYTES = 10_240;
  static final int MOST_EVENT_BYTES = 6 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LambdaFunction function;
  private final String host;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param host the API's name in the cloud, which the function is told
  ApiGateway(LambdaFunction function, String host) {
    this.function = function;
    this.host = host;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Where its clients reach it here.
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = ProxyRequest.of(exchange, host);
      if (request.headerBytes() > MOST_HEADER_BYTES) {
        refuse(exchange, 431, "Request Header Fields Too Large");
        return;
      }
      var event = request.event();
      if (bytes(event) > MOST_EVENT_BYTES) refuse(exchange, 413, "Request Entity Too Large");
      else answer(exchange, invoked(event));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The function's answer; null when it was not there in time. Starting a process does not count:
  /// in the cloud it comes out of a snapshot.
  private @Nullable Answer invoked(String event) throws InterruptedException {
    var process = function.ready();
    Future<Answer> answer = threads.submit(() -> function.invoke(process, event));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return null; // the function goes on, as it does in the cloud
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, @Nullable Answer answer) throws IOException {
    switch (answer) {
      case null -> refuse(exchange, 503, "Service Unavailable");
      case Answer.Returned returned when bytes(returned.json()) <= MOST_EVENT_BYTES ->
          ProxyAnswer.of(returned.json()).writeTo(exchange);
      case Answer.Returned _, Answer.Threw _, Answer.TimedOut _, Answer.Died _ ->
          refuse(exchange, 500, "Internal Server Error");
    }
  }

  private static int bytes(String json) {
    return json.getBytes(UTF_8).length;
  }

  private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
    var body = "{\"message\":\"%s\"}".formatted(message).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
