package dev.countersign.model.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where spans of models' work go, and what may stand in them.
@ConfigMapping(prefix = "countersign.trace")
public interface TraceConfig {
  /// Where a collector takes OTLP over HTTP, without `/v1/traces`. Without one nothing is traced.
  @WithDefault("${OTEL_EXPORTER_OTLP_ENDPOINT:}")
  Optional<URI> endpoint();

  /// What the collector wants to see besides: `name=value`, with commas between.
  @WithDefault("${OTEL_EXPORTER_OTLP_HEADERS:}")
  Optional<String> headers();

  /// As whom.
  @WithDefault("${OTEL_SERVICE_NAME:countersign}")
  String service();

  /// Whether what models and tools are asked and answer stands in the spans, word for word.
  @WithDefault("false")
  boolean content();

  /// How long a function waits for the collector before it is frozen.
  @WithDefault("3s")
  Duration timeout();
}
