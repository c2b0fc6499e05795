package dev.countersign.model.trace;

import dev.countersign.model.Finish;
import dev.countersign.model.LongAnswer;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;

/// A request to the provider that is under way. Ended once, by whatever came of it.
public final class CallSpan {
  private final Span span;
  private final boolean content;

  CallSpan(Span span, boolean content) {
    this.span = span;
    this.content = content;
  }

  /// What a short call brought.
  public void ended(ModelAnswer answer) {
    tell(answer);
    span.end();
  }

  /// What a request about a long call brought.
  public void ended(LongAnswer answer) {
    switch (answer) {
      case LongAnswer.Going(var id, var metadata) -> response(id, "going").about(metadata);
      case LongAnswer.Canceled(var id, var metadata) -> response(id, "canceled").about(metadata);
      case LongAnswer.Ended(var id, var metadata, var how) ->
          response(id, "ended").about(metadata).tell(how);
      case LongAnswer.NotKnown(var id) -> response(id, "not_known").failed("not_known");
      case LongAnswer.NoBackground() -> failed("no_background");
      case LongAnswer.Failed(var fault) -> tell(fault);
    }
    span.end();
  }

  /// It broke here, not at the provider; what it says stays out, because it may say anything.
  public void ended(Throwable broken) {
    failed(broken.getClass().getName());
    span.end();
  }

  CallSpan about(Map<String, String> metadata) {
    metadata.forEach((name, value) -> {
      var key = Names.METADATA.get(name);
      if (key != null) span.setAttribute(key, value);
    });
    return this;
  }

  <T> CallSpan with(AttributeKey<T> name, T value) {
    span.setAttribute(name, value);
    return this;
  }

  private CallSpan response(String id, String status) {
    return with(Names.RESPONSE_ID, id).with(Names.RESPONSE_STATUS, status);
  }

  private void tell(ModelAnswer answer) {
    switch (answer) {
      case Reply reply -> tell(reply);
      case ProviderFault fault -> {
        fault.said().ifPresent(this::tell);
        failed(fault.kind());
        status(fault);
      }
    }
  }

  private void tell(Reply reply) {
    if (!reply.responseId().isEmpty()) with(Names.RESPONSE_ID, reply.responseId());
    if (!reply.model().isEmpty()) with(Names.RESPONSE_MODEL, reply.model());
    with(Names.FINISH_REASONS, List.of(reason(reply.finish())));
    var usage = reply.usage();
    if (usage != null)
      with(Names.INPUT_TOKENS, usage.input())
          .with(Names.CACHED_TOKENS, usage.cachedInput())
          .with(Names.OUTPUT_TOKENS, usage.output())
          .with(Names.REASONING_TOKENS, usage.reasoning());
    if (content) with(Names.OUTPUT_MESSAGES, Messages.out(reply));
  }

  /// As the provider says it.
  static String reason(Finish finish) {
    return switch (finish) {
      case STOP -> "stop";
      case TOOL_CALLS -> "tool_calls";
      case LENGTH -> "length";
      case FILTER -> "content_filter";
      case OTHER -> "other";
    };
  }

  private void status(ProviderFault fault) {
    int status =
        switch (fault) {
          case ProviderFault.Unavailable(var code, _) -> code;
          case ProviderFault.Rejected(var code, _) -> code;
          case ProviderFault.RateLimited _ -> 429;
          case ProviderFault.TimedOut _, ProviderFault.Cut _, ProviderFault.BadAnswer _ -> 0;
          case ProviderFault.Refused _, ProviderFault.Truncated _ -> 0;
          case ProviderFault.Filtered _, ProviderFault.Empty _ -> 0;
        };
    if (status > 0) with(Names.STATUS, (long) status);
  }

  private CallSpan failed(String type) {
    span.setStatus(StatusCode.ERROR);
    return with(Names.ERROR, type);
  }
}
