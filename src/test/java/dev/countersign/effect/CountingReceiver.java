package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A system on loopback that effects call: it counts what happened in it. As `localhost` it honours
/// an idempotency key, as `127.0.0.1` it does not; `/record` is one record with an entity tag.
public final class CountingReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpExchange> asked = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> keys = Collections.synchronizedSet(new HashSet<>());
  private volatile String record = "{\"price\":\"10.00\",\"name\":\"Hood\"}";
  private volatile int version = 1;
  private volatile int answers = 200;
  private volatile Runnable meanwhile = () -> {};

  public CountingReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String honouring(String path) {
    return "http://localhost:" + port() + path;
  }

  public String plain(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// What happened at that path, a line each.
  public List<String> happened(String path) {
    return happened.stream().filter(path::equals).toList();
  }

  /// The value of a header of the newest request.
  public String header(String name) {
    return Optional.ofNullable(asked.getLast().getRequestHeaders().getFirst(name)).orElse("");
  }

  public int requests() {
    return asked.size();
  }

  public String record() {
    return record;
  }

  /// Somebody else changes the record.
  public synchronized void changeRecord(String content) {
    int next = version + 1;
    record = content;
    version = next;
  }

  /// What it answers from now on; 0 for hanging up after it did what was asked, and 200 as usual.
  public void answers(int status) {
    answers = status;
  }

  /// Something that happens at each request, between what it does and its answer.
  public void whenAsked(Runnable next) {
    meanwhile = next;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange);
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int status = answers > 299 ? answers : done(exchange, body);
      meanwhile.run();
      if (answers == 0) return;
      answer(exchange, status);
    }
  }

  private int done(HttpExchange exchange, String body) {
    var path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        return 200;
      }
      case "PUT", "PATCH" -> {
        if (!tag().equals(headers.getFirst("If-Match"))) return 412;
        changeRecord(body);
      }
      default -> {
        boolean honours = headers.getFirst("Host").startsWith("localhost");
        if (honours && !keys.add(headers.getFirst("Idempotency-Key"))) return 200;
      }
    }
    happened.add(path);
    return 200;
  }

  private String tag() {
    return "\"v" + version + "\"";
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Request-Id", "req_" + asked.size());
    exchange.getResponseHeaders().set("ETag", tag());
    if (status / 100 == 3) exchange.getResponseHeaders().set("Location", plain("/elsewhere"));
    var bytes = record.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
