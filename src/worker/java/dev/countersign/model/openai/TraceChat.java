package dev.countersign.model.openai;

import dev.countersign.model.ModelRequest;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.trace.CallSpan;
import dev.countersign.model.trace.CallSpans;
import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One short call as a span, by what langchain4j tells of it in the calling thread.
final class TraceChat implements ChatModelListener {
  private final CallSpans spans;
  private final ModelRequest request;
  private final Function<Throwable, Optional<ProviderFault>> faults;
  private @Nullable CallSpan span;

  /// @param faults what an error means
  TraceChat(
      CallSpans spans, ModelRequest request, Function<Throwable, Optional<ProviderFault>> faults) {
    this.spans = spans;
    this.request = request;
    this.faults = faults;
  }

  @Override
  public void onRequest(ChatModelRequestContext context) {
    span = spans.chat(request);
  }

  @Override
  public void onResponse(ChatModelResponseContext context) {
    if (span != null) span.ended(ChatReply.of(context.chatResponse()));
  }

  @Override
  public void onError(ChatModelErrorContext context) {
    if (span == null) return;
    var fault = faults.apply(context.error());
    if (fault.isPresent()) span.ended(fault.get());
    else span.ended(context.error());
  }
}
