package dev.countersign.model.openai;

import dev.countersign.model.ModelConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Says at the start whether documents leave this machine, and for where. Reads no key.
@ApplicationScoped
public class SayWhoIsAsked {
  private static final Logger LOG = Logger.getLogger(SayWhoIsAsked.class);
  private final ModelConfig config;
  private final ModelKey key;

  SayWhoIsAsked(ModelConfig config, ModelKey key) {
    this.config = config;
    this.key = key;
  }

  void start(@Observes StartupEvent event) {
    LOG.info(line());
  }

  public String line() {
    return key.isThere()
        ? "Models are asked at %s: %s".formatted(config.baseUrl().getHost(), config.name())
        : "No OPENAI_API_KEY is set: no model is asked, everything is done by rule";
  }
}
