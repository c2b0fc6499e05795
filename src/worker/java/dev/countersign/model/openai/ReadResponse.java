package dev.countersign.model.openai;

import dev.countersign.model.Finish;
import dev.countersign.model.LongAnswer;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;
import dev.countersign.model.ToolCall;
import dev.countersign.model.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a response stands, and what it says when it is over.
final class ReadResponse {
  private final ResponseBody body;
  private final String id;

  private ReadResponse(ResponseBody body, String id) {
    this.body = body;
    this.id = id;
  }

  static LongAnswer of(ResponseBody body) {
    var id = body.id();
    if (id == null || !Responses.isId(id))
      return new LongAnswer.Failed(new ProviderFault.BadAnswer("The response has no id."));
    return new ReadResponse(body, id).answer();
  }

  private LongAnswer answer() {
    Map<String, String> metadata = body.metadata() == null ? Map.of() : body.metadata();
    return switch (text(body.status())) {
      case "queued", "in_progress" -> new LongAnswer.Going(id, metadata);
      case "cancelled" -> new LongAnswer.Canceled(id, metadata);
      case "completed" -> new LongAnswer.Ended(id, metadata, said(Finish.STOP));
      case "incomplete" -> new LongAnswer.Ended(id, metadata, said(half()));
      case "failed" -> new LongAnswer.Ended(id, metadata, failed());
      default ->
          new LongAnswer.Failed(new ProviderFault.BadAnswer("The response has no known status."));
    };
  }

  private Finish half() {
    var why = Optional.ofNullable(body.incompleteDetails()).map(ResponseBody.Incomplete::reason);
    return why.orElse("").equals("content_filter") ? Finish.FILTER : Finish.LENGTH;
  }

  private ModelAnswer said(Finish finish) {
    var calls = calls();
    var how = finish == Finish.STOP && !calls.isEmpty() ? Finish.TOOL_CALLS : finish;
    var text = parts("output_text").map(part -> text(part.text())).collect(Collectors.joining());
    var reply = new Reply(text, calls, usage(), how, id, text(body.model()));
    var refusal = parts("refusal").map(part -> text(part.refusal())).findFirst();
    return refusal.isPresent() ? new ProviderFault.Refused(reply, refusal.get()) : Judged.of(reply);
  }

  private ModelAnswer failed() {
    var code = Optional.ofNullable(body.error()).map(ResponseBody.Trouble::code).orElse("");
    return switch (code) {
      case "rate_limit_exceeded" -> new ProviderFault.RateLimited(null);
      case "server_error", "vector_store_timeout" -> new ProviderFault.Unavailable(200, null);
      default -> new ProviderFault.Rejected(200, code);
    };
  }

  private Stream<ResponseBody.Output> output() {
    List<ResponseBody.Output> output = body.output() == null ? List.of() : body.output();
    return output.stream();
  }

  private Stream<ResponseBody.Part> parts(String type) {
    return output()
        .filter(output -> "message".equals(output.type()))
        .flatMap(output -> contents(output).stream())
        .filter(part -> type.equals(part.type()));
  }

  private static List<ResponseBody.Part> contents(ResponseBody.Output output) {
    return output.content() == null ? List.of() : output.content();
  }

  private List<ToolCall> calls() {
    return output()
        .filter(output -> "function_call".equals(output.type()))
        .map(call -> new ToolCall(text(call.callId()), text(call.name()), text(call.arguments())))
        .toList();
  }

  private @Nullable Usage usage() {
    var usage = body.usage();
    if (usage == null || usage.inputTokens() == null || usage.outputTokens() == null) return null;
    var in = Optional.ofNullable(usage.inputTokensDetails());
    var out = Optional.ofNullable(usage.outputTokensDetails());
    return Counted.of(
        usage.inputTokens(),
        in.map(ResponseBody.InputDetails::cachedTokens).orElse(0L),
        usage.outputTokens(),
        out.map(ResponseBody.OutputDetails::reasoningTokens).orElse(0L));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
