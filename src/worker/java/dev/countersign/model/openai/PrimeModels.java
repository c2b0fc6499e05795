package dev.countersign.model.openai;

import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Turn;
import dev.countersign.store.Priming;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Loads the token tables of the models that are configured, and puts a question into langchain4j's
/// words; asks nobody.
@Singleton
class PrimeModels implements Priming {
  private final ModelConfig config;
  private final ModelKey key;
  private final CountTokens tokens;

  PrimeModels(ModelConfig config, ModelKey key, CountTokens tokens) {
    this.config = config;
    this.key = key;
    this.tokens = tokens;
  }

  @Override
  public void prime() {
    if (!key.isThere()) return;
    for (var model : List.of(config.name(), config.longName().orElse(config.name()))) {
      var turns = List.<Turn>of(new Turn.Instruction("Nothing."), new Turn.Question("Nothing?"));
      var request = new ModelRequest(model, turns, null, List.of(), 1, Map.of());
      if (tokens.atMost(request) <= 0 || ChatForm.of(request).messages().isEmpty())
        throw new IllegalStateException("a question of nothing");
    }
  }
}
