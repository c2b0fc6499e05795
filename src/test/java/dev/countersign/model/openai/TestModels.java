package dev.countersign.model.openai;

import dev.countersign.model.LongProvider;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Provider;
import dev.countersign.model.Providers;
import dev.countersign.model.Turn;
import dev.countersign.model.trace.TestTracing;
import dev.countersign.model.trace.Tracing;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The providers as they ask a scripted server, without a container: no blip is tried again here.
public final class TestModels {
  public static final String KEY = "sk-test-not-a-key";
  public static final Duration SOON = Duration.ofSeconds(20);

  /// Long enough for an answer on loopback, short enough to wait for none.
  public static final Duration SHORT = Duration.ofMillis(300);

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  private TestModels() {}

  public static Provider provider(ScriptedOpenAi server) {
    var config = config(server.baseUrl(), Map.of());
    return provider(config);
  }

  public static LongProvider longProvider(ScriptedOpenAi server) {
    return longProvider(server, TestTracing.NONE);
  }

  public static LongProvider longProvider(ScriptedOpenAi server, Tracing tracing) {
    var config = config(server.baseUrl(), Map.of());
    var wire = new Wire(key(config), config, CLOCK);
    return new Responses(config, wire, TestTracing.calls(tracing, config));
  }

  public static Provider provider(ScriptedOpenAi server, Tracing tracing) {
    var config = config(server.baseUrl(), Map.of());
    return provider(config, key(config), tracing);
  }

  /// Whom the processes of an engine ask over HTTP.
  public static Providers providers(ScriptedOpenAi server) {
    return providers(server, TestTracing.NONE);
  }

  public static Providers providers(ScriptedOpenAi server, Tracing tracing) {
    return new Providers(provider(server, tracing), longProvider(server, tracing), () -> SOON);
  }

  static Provider provider(ModelConfig config) {
    return provider(config, key(config));
  }

  static Provider provider(ModelConfig config, ModelKey key) {
    return provider(config, key, TestTracing.NONE);
  }

  private static Provider provider(ModelConfig config, ModelKey key, Tracing tracing) {
    return new ChatCompletions(
        config,
        key,
        new Wire(key, config, CLOCK),
        new CountTokens(),
        TestTracing.calls(tracing, config));
  }

  private static ModelKey key(ModelConfig config) {
    return new ModelKey(
        config.apiKey(),
        Optional.empty(),
        () -> {
          throw new AssertionError("no secret is asked for");
        });
  }

  /// @param more below `countersign.model.`
  public static ModelConfig config(URI baseUrl, Map<String, String> more) {
    var settings =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(ModelConfig.class)
            .withDefaultValue("countersign.model.api-key", KEY)
            .withDefaultValue("countersign.model.base-url", baseUrl.toString());
    more.forEach((name, value) -> settings.withDefaultValue("countersign.model." + name, value));
    return settings.build().getConfigMapping(ModelConfig.class);
  }

  public static ModelRequest question(String text) {
    return new ModelRequest(
        "gpt-5-mini",
        List.of(new Turn.Instruction("Answer."), new Turn.Question(text)),
        null,
        List.of(),
        500,
        Map.of("job", "job_1", "step", "extract"));
  }
}
