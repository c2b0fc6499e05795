package dev.countersign.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What CloudWatch counts: one line of JSON each, in the embedded metric format, so that counting
/// makes no request. Only in a function; names and kinds only, never whose.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>
@ApplicationScoped
public class MetricLines {
  private static final String NAMESPACE = "Countersign";

  private final boolean on;
  private final PrintStream out;
  private final ObjectMapper json;
  private final InstantSource clock;

  @Inject
  MetricLines(
      @ConfigProperty(name = "AWS_LAMBDA_FUNCTION_NAME") Optional<String> function,
      ObjectMapper json,
      InstantSource clock) {
    this(function.isPresent(), System.out, json, clock);
  }

  public MetricLines(boolean on, PrintStream out, ObjectMapper json, InstantSource clock) {
    this.on = on;
    this.out = out;
    this.json = json;
    this.clock = clock;
  }

  /// @param dimensions each counted for itself, beside the sum over all
  public void write(Map<String, String> dimensions, Map<String, ? extends Number> values) {
    if (!on) return;
    var sets = dimensions.isEmpty() ? List.of(List.of()) : List.of(List.of(), dimensions.keySet());
    var line = new LinkedHashMap<String, Object>();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    NAMESPACE,
                    "Dimensions",
                    sets,
                    "Metrics",
                    values.keySet().stream().sorted().map(MetricLines::named).toList()))));
    line.putAll(dimensions);
    line.putAll(values);
    try {
      out.println(json.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of numbers are always JSON", e);
    }
  }

  private static Map<String, String> named(String metric) {
    return Map.of("Name", metric, "Unit", metric.endsWith("Seconds") ? "Seconds" : "Count");
  }
}
