package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.store.MetricLines;
import dev.countersign.workflow.Fatal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void a_completed_job_is_counted_in_all_and_by_its_workflow() throws IOException {
    engine.submitted(TrialWorkflows.trivial());

    var counted = only(engine.start().workOff().metrics());

    assertThat(counted.at("/JobsCompleted").asInt()).isEqualTo(1);
    assertThat(counted.at("/Workflow").asText()).isEqualTo("trivial");
    var declared = counted.at("/_aws/CloudWatchMetrics/0");
    assertThat(declared.at("/Namespace").asText()).isEqualTo("Countersign");
    assertThat(declared.at("/Dimensions").toString()).isEqualTo("[[],[\"Workflow\"]]");
    assertThat(declared.at("/Metrics").toString())
        .contains("\"Name\":\"JobsCompleted\"", "\"Unit\":\"Count\"");
    assertThat(counted.at("/_aws/Timestamp").asLong()).isEqualTo(engine.clock.millis());
  }

  @Test
  void a_failed_job_is_counted_by_the_kind_of_its_failure() throws IOException {
    engine.workflows.replace(
        "two",
        _ -> {
          throw Fatal.badInput("unreadable", "send it again");
        });
    engine.submitted(TrialWorkflows.trivial());

    var counted = only(engine.start().workOff().metrics());

    assertThat(counted.at("/JobsFailed").asInt()).isEqualTo(1);
    assertThat(counted.at("/Kind").asText()).isEqualTo("bad_input");
  }

  @Test
  void a_sweep_with_nothing_to_do_says_so() throws IOException {
    var process = engine.start();

    process.sweeps();

    assertThat(swept(process)).isEqualTo(new Swept(0, 0, 0));
  }

  @Test
  void a_job_that_nobody_looked_at_in_time_is_past_its_wake_up() throws IOException {
    engine.stored(TrialWorkflows.trivial());
    engine.clock.advance(Duration.ofSeconds(60).plusMinutes(5));
    var process = engine.start();

    process.sweeps();

    assertThat(swept(process)).isEqualTo(new Swept(1, 0, 300));
  }

  @Test
  void a_decision_that_is_nearly_too_late_is_counted_until_it_is_made() throws IOException {
    var id = engine.awaitingApproval();
    engine.clock.advance(Duration.ofDays(7).minusHours(16));
    var process = engine.start();

    process.sweeps();

    assertThat(swept(process).expiringSoon()).isEqualTo(1);
    engine.clock.advance(Duration.ofMinutes(4));
    process.sweeps();
    assertThat(swept(process).expiringSoon()).isEqualTo(1);
    engine.approves(id);
    engine.clock.advance(Duration.ofMinutes(4));
    process.sweeps();
    assertThat(swept(process).expiringSoon()).isZero();
  }

  @Test
  void outside_of_a_function_nothing_is_written() {
    var out = new ByteArrayOutputStream();
    var off =
        new Metrics(
            new MetricLines(
                false,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new ObjectMapper(),
                engine.clock));

    off.swept(new Tally());

    assertThat(out.size()).isZero();
  }

  private record Swept(int past, int expiringSoon, int oldestSeconds) {}

  private static Swept swept(TestProcess process) throws IOException {
    var line = new ObjectMapper().readTree(process.metrics().getLast());
    return new Swept(
        line.at("/JobsPastWakeUp").asInt(-1),
        line.at("/ApprovalsExpiringSoon").asInt(-1),
        line.at("/OldestDueSeconds").asInt(-1));
  }

  private static JsonNode only(List<String> lines) throws IOException {
    assertThat(lines).hasSize(1);
    return new ObjectMapper().readTree(lines.getFirst());
  }
}
