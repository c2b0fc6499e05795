package dev.countersign.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// What others tell us by webhook.
@ConfigMapping(prefix = "countersign.hooks")
public interface HooksConfig {
  /// With what a model's provider signs: `whsec_...`, several separated by spaces while they
  /// rotate. Without one no webhook of its is heard, and the sweeper asks instead.
  @WithDefault("${OPENAI_WEBHOOK_SECRET:}")
  Optional<String> openai();
}
