package dev.countersign.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a collector gets over the wire.
class TracingTest {
  @Test
  void spans_go_to_the_collector_by_otlp_with_the_headers_it_wants() throws Exception {
    var path = new CompletableFuture<String>();
    var headers = new CompletableFuture<String>();
    var body = new CompletableFuture<String>();
    var collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          path.complete(exchange.getRequestURI().getPath());
          var sent = exchange.getRequestHeaders();
          headers.complete(
              "%s %s %s"
                  .formatted(
                      sent.getFirst("Content-Type"), sent.getFirst("api-key"), sent.getFirst("x")));
          var bytes = exchange.getRequestBody().readAllBytes();
          body.complete(new String(bytes, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try {
      var address = "http://127.0.0.1:" + collector.getAddress().getPort() + "/";
      var tracing =
          new Tracing(
              TestTracing.config(
                  Map.of(
                      "endpoint", address, "headers", "api-key=a%20b=c, x = y", "service", "w")));

      tracing.tracer().spanBuilder("chat some-model").startSpan().end();
      tracing.flush();

      assertThat(path.get(5, TimeUnit.SECONDS)).isEqualTo("/v1/traces");
      assertThat(headers.get(5, TimeUnit.SECONDS)).isEqualTo("application/x-protobuf a b=c y");
      assertThat(body.get(5, TimeUnit.SECONDS)).contains("chat some-model", "service.name");
      tracing.close();
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void a_collector_that_is_away_holds_up_nobody_for_long() {
    var tracing =
        new Tracing(
            TestTracing.config(Map.of("endpoint", "http://127.0.0.1:1", "timeout", "PT0.2S")));

    long began = System.nanoTime();
    tracing.tracer().spanBuilder("chat some-model").startSpan().end();
    tracing.flush();

    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(3));
    tracing.close();
  }
}
