package dev.countersign.model;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// Settings of the model lane as the mapping reads them, with two prices.
final class ModelSettings {
  private static final String PREFIX = "countersign.model.";

  private ModelSettings() {}

  /// @param settings name after `countersign.model.` and value, in turn
  static ModelConfig of(String... settings) {
    var values = new HashMap<String, String>();
    price(values, "small-model", "0.25", "0.025", "2.00");
    price(values, "large-model", "1.25", "0.125", "10.00");
    for (int i = 0; i < settings.length; i += 2) values.put(PREFIX + settings[i], settings[i + 1]);
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(ModelConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(ModelConfig.class);
  }

  private static void price(
      Map<String, String> values, String model, String input, String cached, String output) {
    var prefix = "%sprices.\"%s\".".formatted(PREFIX, model);
    values.put(prefix + "input", input);
    values.put(prefix + "cached", cached);
    values.put(prefix + "output", output);
    values.put(prefix + "since", "2025-08-07");
  }
}
