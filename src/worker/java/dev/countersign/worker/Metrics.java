package dev.countersign.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What CloudWatch counts: one line of JSON each, in the embedded metric format, so that counting
/// makes no request. Only in a function; names and kinds only, never whose.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>
@ApplicationScoped
class Metrics {
  private static final String NAMESPACE = "Countersign";

  private final boolean on;
  private final PrintStream out;
  private final ObjectMapper json;
  private final InstantSource clock;

  @Inject
  Metrics(Host host, ObjectMapper json, InstantSource clock) {
    this(host.isFunction(), System.out, json, clock);
  }

  Metrics(boolean on, PrintStream out, ObjectMapper json, InstantSource clock) {
    this.on = on;
    this.out = out;
    this.json = json;
    this.clock = clock;
  }

  void swept(Tally tally) {
    write(
        Map.of(),
        Map.of(
            "JobsPastWakeUp", tally.late(),
            "ApprovalsExpiringSoon", tally.expiringSoon(),
            "OldestDueSeconds", tally.oldest().toSeconds()));
  }

  /// Counts a job that has come to its end.
  void ended(Job job) {
    switch (job.state()) {
      case JobState.Completed _ ->
          write(Map.of("Workflow", job.workflow().name()), Map.of("JobsCompleted", 1));
      case JobState.Failed failed ->
          write(Map.of("Kind", failed.failure().kind().wireName()), Map.of("JobsFailed", 1));
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> {}
      case JobState.NeedsReview _, JobState.Approved _, JobState.Performing _ -> {}
      case JobState.Stopping _, JobState.Rejected _, JobState.Canceled _ -> {}
      case JobState.Expired _ -> {}
    }
  }

  /// @param dimensions each counted for itself, beside the sum over all
  private void write(Map<String, String> dimensions, Map<String, ? extends Number> values) {
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
                    "Namespace", NAMESPACE,
                    "Dimensions", sets,
                    "Metrics", values.keySet().stream().sorted().map(Metrics::named).toList()))));
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
