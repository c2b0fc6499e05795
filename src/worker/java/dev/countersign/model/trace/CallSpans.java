package dev.countersign.model.trace;

import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// One span for each request to the provider, of short calls and long ones alike.
@ApplicationScoped
public class CallSpans {
  private final Tracing tracing;
  private final URI server;

  CallSpans(Tracing tracing, ModelConfig config) {
    this.tracing = tracing;
    this.server = config.baseUrl();
  }

  /// A question whose answer is waited for.
  public CallSpan chat(ModelRequest request) {
    return asking(request, "chat_completions");
  }

  /// A question that the provider works on in the background; the span is over when it is taken.
  public CallSpan create(ModelRequest request) {
    return asking(request, "responses");
  }

  /// A look at how far such a question is.
  public CallSpan retrieve(String response) {
    return about("retrieve_response", response);
  }

  public CallSpan cancel(String response) {
    return about("cancel_response", response);
  }

  private CallSpan asking(ModelRequest request, String api) {
    var span =
        begun("chat", request.model(), api)
            .with(Names.MAX_TOKENS, (long) request.maxOutputTokens())
            .with(Names.OUTPUT_TYPE, request.schema() == null ? "text" : "json")
            .about(request.metadata());
    if (tracing.content()) span.with(Names.INPUT_MESSAGES, Messages.in(request.turns()));
    return span;
  }

  private CallSpan about(String operation, String response) {
    return begun(operation, "", "responses").with(Names.RESPONSE_ID, response);
  }

  private CallSpan begun(String operation, String model, String api) {
    var span =
        tracing
            .tracer()
            .spanBuilder((operation + " " + model).strip())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(Names.OPERATION, operation)
            .setAttribute(Names.PROVIDER, "openai")
            .setAttribute(Names.API, api)
            .setAttribute(Names.PORT, (long) port());
    if (server.getHost() != null) span.setAttribute(Names.SERVER, server.getHost());
    if (!model.isEmpty()) span.setAttribute(Names.REQUEST_MODEL, model);
    return new CallSpan(span.startSpan(), tracing.content());
  }

  private int port() {
    if (server.getPort() > 0) return server.getPort();
    return "http".equals(server.getScheme()) ? 80 : 443;
  }
}
