package dev.countersign.model.openai;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries one request of langchain4j over `Wire`, and keeps the answer: where langchain4j throws,
/// it throws the usage away.
final class LangchainHttp implements HttpClient, HttpClientBuilder {
  private final Wire wire;
  private final TimeLeft time;
  private @Nullable String answered;

  LangchainHttp(Wire wire, Duration limit) {
    this.wire = wire;
    this.time = new TimeLeft(limit);
  }

  /// The body of an answer of 2xx; empty while there is none.
  Optional<String> answered() {
    return Optional.ofNullable(answered);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var headers =
        request.headers().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
    var answer =
        wire.ask(
            new WireRequest(
                request.method().name(),
                URI.create(request.url()),
                headers,
                request.body(),
                true,
                time));
    answered = answer.body();
    return SuccessfulHttpResponse.builder()
        .statusCode(answer.status())
        .headers(answer.headers())
        .body(answer.body())
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are not streamed");
  }

  @Override
  public Duration connectTimeout() {
    return time.limit();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return time.limit();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
