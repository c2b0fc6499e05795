package dev.countersign.model.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Makes spans and sends each as soon as it is over, because a function may be frozen at any moment
/// after it. Without a collector there are none, and nothing is connected to.
@ApplicationScoped
public class Tracing {
  private static final Pattern SLASHES = Pattern.compile("/+$");
  private final Optional<SdkTracerProvider> provider;
  private final TraceConfig config;

  @Inject
  Tracing(TraceConfig config) {
    this(config, config.endpoint().map(endpoint -> exporter(endpoint, config)));
  }

  /// @param exporter empty: nothing is traced
  Tracing(TraceConfig config, Optional<SpanExporter> exporter) {
    this.config = config;
    this.provider =
        exporter.map(to ->
            SdkTracerProvider.builder()
                .setResource(
                    Resource.getDefault().toBuilder()
                        .put(AttributeKey.stringKey("service.name"), config.service())
                        .build())
                .addSpanProcessor(SimpleSpanProcessor.create(to))
                .build());
  }

  Tracer tracer() {
    return provider
        .map(TracerProvider.class::cast)
        .orElse(TracerProvider.noop())
        .get("dev.countersign.model");
  }

  /// Whether content may stand in spans.
  boolean content() {
    return provider.isPresent() && config.content();
  }

  /// Waits until what is over has been sent, for a while.
  public void flush() {
    provider.ifPresent(
        it -> it.forceFlush().join(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void close() {
    provider.ifPresent(
        it -> it.shutdown().join(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
  }

  private static SpanExporter exporter(URI endpoint, TraceConfig config) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(SLASHES.matcher(endpoint.toString()).replaceAll("") + "/v1/traces")
            .setTimeout(config.timeout());
    for (var header : config.headers().orElse("").split(",", -1)) {
      var parts = header.split("=", 2);
      if (parts.length == 2)
        exporter.addHeader(
            parts[0].strip(), URLDecoder.decode(parts[1].strip(), StandardCharsets.UTF_8));
    }
    return exporter.build();
  }
}
