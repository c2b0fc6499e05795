package dev.countersign.model.openai;

import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Provider;
import dev.countersign.model.ProviderFault;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// Short calls: OpenAI's chat completions, by langchain4j. Each has a model object of its own,
/// which costs nothing and carries the call's limit.
@ApplicationScoped
class ChatCompletions implements Provider {
  private final ModelConfig config;
  private final ModelKey key;
  private final Wire wire;
  private final CountTokens tokens;
  private final List<ChatModelListener> listeners;
  private final ChatReply replies = new ChatReply();

  ChatCompletions(
      ModelConfig config,
      ModelKey key,
      Wire wire,
      CountTokens tokens,
      @All List<ChatModelListener> listeners) {
    this.config = config;
    this.key = key;
    this.wire = wire;
    this.tokens = tokens;
    this.listeners = listeners;
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
      return ChatReply.of(model(http).chat(ChatForm.of(request)));
    } catch (Faulted e) {
      return e.fault();
    } catch (ContentFilteredException e) {
      return replies.refused(http.answered().orElse("{}"), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // After an answer came it is the answer that cannot be read; its text stays out of messages.
      if (http.answered().isPresent())
        return new ProviderFault.BadAnswer("The answer is no chat completion.");
      throw e;
    }
  }

  private OpenAiChatModel model(LangchainHttp http) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(config.baseUrl().toString())
        .strictJsonSchema(true)
        .strictTools(true)
        .maxRetries(0)
        .listeners(listeners)
        .build();
  }
}
