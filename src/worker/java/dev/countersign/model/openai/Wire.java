package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.ProviderFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.Retry;

/// One call to the provider: on a connection of its own (one that was kept open is dead after a
/// function's sleep), limited in time and size, never redirected.
@ApplicationScoped
class Wire {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private final ModelKey key;
  private final int mostBytes;
  private final ReadFault faults;

  Wire(ModelKey key, ModelConfig config, InstantSource clock) {
    this.key = key;
    this.mostBytes = config.mostBytes();
    this.faults = new ReadFault(new ObjectMapper(), clock);
  }

  /// A blip is tried twice more within the limit: a connection that was not made, and where the
  /// request allows it an answer that the provider broke. What may have been done is not repeated.
  ///
  /// @throws Faulted when there is no answer of 2xx
  @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = Faulted.Blip.class)
  WireAnswer ask(WireRequest request) {
    var left = request.time().now();
    if (!left.isPositive()) throw new Faulted(timedOut(request));
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(left.compareTo(CONNECT) < 0 ? left : CONNECT)
            .build();
    try {
      return read(request, exchange(client, request, left));
    } finally {
      client.shutdownNow();
    }
  }

  private HttpResponse<byte[]> exchange(HttpClient client, WireRequest request, Duration left) {
    var body =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), mostBytes);
    var answer = client.sendAsync(http(request), body);
    try {
      return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new Faulted(timedOut(request));
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new Faulted(timedOut(request));
    } catch (ExecutionException e) {
      throw broken(e, request);
    }
  }

  private HttpRequest http(WireRequest request) {
    var text = request.body();
    var body =
        text == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    var http = HttpRequest.newBuilder(request.address()).method(request.method(), body);
    request.headers().forEach(http::setHeader);
    http.setHeader("Accept", "application/json");
    http.setHeader("User-Agent", "countersign");
    http.setHeader("Authorization", "Bearer " + key.value());
    return http.build();
  }

  private WireAnswer read(WireRequest request, HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    int status = answer.statusCode();
    if (status >= 200 && status < 300) return new WireAnswer(status, answer.headers().map(), text);
    if (status == 401) key.forget();
    throw faults.of(status, answer.headers(), text, request.again());
  }

  private Faulted broken(ExecutionException failed, WireRequest request) {
    var cause = failed.getCause() == null ? failed : failed.getCause();
    if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("capacity"))
      return new Faulted(
          new ProviderFault.BadAnswer("The answer is longer than %d bytes.".formatted(mostBytes)));
    return switch (cause) {
      case HttpConnectTimeoutException _, ConnectException _, SSLHandshakeException _ ->
          request.time().now().isPositive()
              ? new Faulted.Blip(new ProviderFault.Unavailable(0, null))
              : new Faulted(new ProviderFault.Unavailable(0, null));
      default -> new Faulted(new ProviderFault.Cut(cause.getClass().getSimpleName()));
    };
  }

  private static ProviderFault timedOut(WireRequest request) {
    return new ProviderFault.TimedOut(request.time().limit());
  }
}
