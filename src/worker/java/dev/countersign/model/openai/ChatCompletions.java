package dev.countersign.model.openai;

import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Provider;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.trace.CallSpans;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.openai.OpenAiChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Short calls: OpenAI's chat completions, by langchain4j. Each has a model object of its own,
/// which costs nothing and carries the call's limit.
@ApplicationScoped
class ChatCompletions implements Provider {
  private final ModelConfig config;
  private final ModelKey key;
  private final Wire wire;
  private final CountTokens tokens;
  private final CallSpans spans;
  private final ChatReply replies = new ChatReply();

  ChatCompletions(
      ModelConfig config, ModelKey key, Wire wire, CountTokens tokens, CallSpans spans) {
    this.config = config;
    this.key = key;
    this.wire = wire;
    this.tokens = tokens;
    this.spans = spans;
  }

  @Override
  public boolean configured() {
    return key.isThere();
  }

  @Override
  public long mostInput(ModelRequest request) {
    return tokens.atMost(request);
  }

  @Override
  public ModelAnswer send(ModelRequest request, Duration limit) {
    var http = new LangchainHttp(wire, limit);
    try {
      return ChatReply.of(model(http, request).chat(ChatForm.of(request)));
    } catch (RuntimeException e) {
      return fault(e, http).orElseThrow(() -> e);
    }
  }

  /// Empty when it is none of the provider's.
  private Optional<ProviderFault> fault(Throwable thrown, LangchainHttp http) {
    return switch (thrown) {
      case Faulted e -> Optional.of(e.fault());
      case ContentFilteredException e ->
          Optional.of(
              replies.refused(http.answered().orElse("{}"), String.valueOf(e.getMessage())));
      // After an answer came it is the answer that cannot be read; its text stays out of messages.
      default ->
          http.answered()
              .map(_ -> new ProviderFault.BadAnswer("The answer is no chat completion."));
    };
  }

  private OpenAiChatModel model(LangchainHttp http, ModelRequest request) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(config.baseUrl().toString())
        .strictJsonSchema(true)
        .strictTools(true)
        .maxRetries(0)
        .listeners(List.of(new TraceChat(spans, request, thrown -> fault(thrown, http))))
        .build();
  }
}
