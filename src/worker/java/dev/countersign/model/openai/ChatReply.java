package dev.countersign.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.Finish;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;
import dev.countersign.model.ToolCall;
import dev.countersign.model.Usage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what langchain4j brings back.
final class ChatReply {
  private final ObjectMapper json = new ObjectMapper();

  static ModelAnswer of(ChatResponse response) {
    var message = response.aiMessage();
    var calls =
        message.toolExecutionRequests().stream()
            .map(call -> new ToolCall(text(call.id()), text(call.name()), text(call.arguments())))
            .toList();
    return Judged.of(
        new Reply(
            text(message.text()),
            calls,
            usage(response.tokenUsage()),
            finish(response.finishReason(), calls),
            text(response.id()),
            text(response.modelName())));
  }

  /// langchain4j throws where a model refuses, so the rest is read from the body itself.
  ProviderFault refused(String body, String refusal) {
    try {
      var answer = json.readTree(body);
      var reply =
          new Reply(
              "",
              List.of(),
              usage(answer.path("usage")),
              Finish.STOP,
              answer.path("id").asText(""),
              answer.path("model").asText(""));
      return new ProviderFault.Refused(reply, refusal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was JSON is none", e);
    }
  }

  private static @Nullable Usage usage(JsonNode usage) {
    if (!usage.path("prompt_tokens").canConvertToLong()) return null;
    return Counted.of(
        usage.path("prompt_tokens").asLong(),
        usage.path("prompt_tokens_details").path("cached_tokens").asLong(),
        usage.path("completion_tokens").asLong(),
        usage.path("completion_tokens_details").path("reasoning_tokens").asLong());
  }

  private static @Nullable Usage usage(@Nullable TokenUsage usage) {
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null)
      return null;
    var details = usage instanceof OpenAiTokenUsage all ? Optional.of(all) : noDetails();
    return Counted.of(
        usage.inputTokenCount(),
        details.map(OpenAiTokenUsage::inputTokensDetails).map(in -> in.cachedTokens()).orElse(0),
        usage.outputTokenCount(),
        details
            .map(OpenAiTokenUsage::outputTokensDetails)
            .map(out -> out.reasoningTokens())
            .orElse(0));
  }

  private static Optional<OpenAiTokenUsage> noDetails() {
    return Optional.empty();
  }

  private static Finish finish(@Nullable FinishReason reason, List<ToolCall> calls) {
    if (reason == null) return calls.isEmpty() ? Finish.OTHER : Finish.TOOL_CALLS;
    return switch (reason) {
      case STOP -> calls.isEmpty() ? Finish.STOP : Finish.TOOL_CALLS;
      case LENGTH -> Finish.LENGTH;
      case TOOL_EXECUTION -> Finish.TOOL_CALLS;
      case CONTENT_FILTER -> Finish.FILTER;
      case OTHER -> Finish.OTHER;
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
