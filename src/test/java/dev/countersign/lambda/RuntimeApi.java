package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;

/// Lambda's side of the wire to one process of a function:
/// <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>.
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";

  private final String function;
  private final Duration limit;
  private final InstantSource clock;
  private final Runnable onWaiting;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SynchronousQueue<Invocation> next = new SynchronousQueue<>();
  private final CompletableFuture<String> initFault = new CompletableFuture<>();
  private volatile Invocation current = Invocation.of("");

  /// @param limit how long an invocation may take
  /// @param onWaiting runs each time the process asks for the next invocation, before it gets one
  RuntimeApi(String function, Duration limit, InstantSource clock, Runnable onWaiting) {
    this.function = function;
    this.limit = limit;
    this.clock = clock;
    this.onWaiting = onWaiting;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// As in `AWS_LAMBDA_RUNTIME_API`.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Hands an invocation to the process once that asks for it.
  void give(Invocation invocation) throws InterruptedException {
    next.put(invocation);
  }

  /// Completes when the process says that it cannot start.
  CompletableFuture<String> initFault() {
    return initFault;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.equals(INVOCATION + "next")) answerNext(exchange);
      else if (path.equals(INVOCATION + current.id() + "/response")) end(exchange, true);
      else if (path.equals(INVOCATION + current.id() + "/error")) end(exchange, false);
      else if (path.equals(ROOT + "restore/next")) exchange.sendResponseHeaders(200, -1);
      else if (path.equals(ROOT + "init/error") || path.equals(ROOT + "restore/error")) {
        initFault.complete(body(exchange));
        exchange.sendResponseHeaders(202, -1);
      } else exchange.sendResponseHeaders(404, -1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerNext(HttpExchange exchange) throws IOException, InterruptedException {
    onWaiting.run();
    var invocation = next.take();
    current = invocation;
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(clock.instant().plus(limit).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:" + function);
    headers.set(
        "Lambda-Runtime-Trace-Id",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0");
    var event = invocation.event().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  private void end(HttpExchange exchange, boolean returned) throws IOException {
    var body = body(exchange);
    exchange.sendResponseHeaders(202, -1);
    current.answer().complete(returned ? new Answer.Returned(body) : new Answer.Threw(body));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }
}
