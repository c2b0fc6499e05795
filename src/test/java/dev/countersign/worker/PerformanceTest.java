package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.PerformancePage;
import dev.countersign.job.JobId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Measures the trivial workflow of five steps on the embedded services and writes the figures
/// down.
@Tag("bench")
class PerformanceTest {
  private static final int WARM_UP = 100;
  private static final int JOBS = 400;
  private static final int WORKERS = 4;

  @Test
  void jobs_per_second_and_latency_of_five_trivial_steps() throws Exception {
    try (var engine = new TestEngine()) {
      one(engine, WARM_UP);
      var alone = one(engine, JOBS);
      var together = several(engine);
      assertThat(alone.millis()).hasSize(JOBS);
      assertThat(together.millis()).hasSize(JOBS);
      write(alone, together);
    }
  }

  /// @param seconds from the first submit to the last completion
  /// @param millis from submit to completed, each job, ascending
  private record Figures(double seconds, List<Double> millis) {
    double perSecond() {
      return millis.size() / seconds;
    }

    double percentile(int percent) {
      return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
    }
  }

  private static Figures one(TestEngine engine, int jobs) {
    var process = engine.start();
    var millis = new ArrayList<Double>();
    long start = System.nanoTime();
    for (int i = 0; i < jobs; i++) {
      long submitted = System.nanoTime();
      var id = process.submit(TrialWorkflows.bare());
      process.on(id);
      millis.add((System.nanoTime() - submitted) / 1e6);
    }
    var figures = new Figures((System.nanoTime() - start) / 1e9, millis.stream().sorted().toList());
    return figures;
  }

  private static Figures several(TestEngine engine) throws Exception {
    var millis = new ConcurrentHashMap<JobId, Double>();
    var ended = new ArrayList<Future<?>>();
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(WORKERS)) {
      for (int worker = 0; worker < WORKERS; worker++)
        ended.add(pool.submit(() -> some(engine, millis)));
    }
    for (var worker : ended) worker.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(millis.keySet()).allMatch(id -> engine.job(id).state().terminal());
    return new Figures(seconds, millis.values().stream().sorted().toList());
  }

  private static void some(TestEngine engine, ConcurrentHashMap<JobId, Double> millis) {
    var process = engine.start();
    for (int i = 0; i < JOBS / WORKERS; i++) {
      long submitted = System.nanoTime();
      var id = process.submit(TrialWorkflows.bare());
      process.on(id);
      millis.put(id, (System.nanoTime() - submitted) / 1e6);
    }
  }

  private static void write(Figures alone, Figures together) throws IOException {
    var text =
        """
        `make bench` measures the workflow of five trivial steps, each checkpointed: submit (one
        transaction, one message), take (one update), five commits (one transaction each): 7 DynamoDB
        requests and 1 SQS send a job, which `TrivialJobTest` counts. Latency is from submit to
        `completed`, without the wait for the queue. Everything runs in one JVM against DynamoDB Local
        (in memory) and ElasticMQ, so the figures are those of the embedded services and of the
        engine together, not of AWS.

        | workers | jobs | jobs/s | p50 ms | p95 ms | p99 ms |
        |---|---|---|---|---|---|
        %s
        %s
        """
            .formatted(row(1, alone), row(WORKERS, together));
    PerformancePage.put("Jobs per second", text);
  }

  private static String row(int workers, Figures figures) {
    return String.format(
        Locale.ENGLISH,
        "| %d | %d | %.1f | %.1f | %.1f | %.1f |",
        workers,
        figures.millis().size(),
        figures.perSecond(),
        figures.percentile(50),
        figures.percentile(95),
        figures.percentile(99));
  }
}
