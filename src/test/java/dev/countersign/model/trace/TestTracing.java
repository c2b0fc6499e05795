package dev.countersign.model.trace;

import dev.countersign.model.ModelConfig;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Tracing without a container.
public final class TestTracing {
  public static final Tracing NONE = new Tracing(config(Map.of()));

  private TestTracing() {}

  /// Every span goes to the exporter when it is over.
  public static Tracing to(SpanExporter exporter, Map<String, String> settings) {
    return new Tracing(config(settings), Optional.of(exporter));
  }

  public static CallSpans calls(Tracing tracing, ModelConfig models) {
    return new CallSpans(tracing, models);
  }

  public static AgentSpans agents(Tracing tracing) {
    return new AgentSpans(tracing);
  }

  /// @param settings below `countersign.trace.`
  static TraceConfig config(Map<String, String> settings) {
    var config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(TraceConfig.class);
    settings.forEach((name, value) -> config.withDefaultValue("countersign.trace." + name, value));
    return config.build().getConfigMapping(TraceConfig.class);
  }
}
