package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.AsInTheCloud;
import dev.countersign.EmbeddedServicesResource;
import dev.countersign.PerformancePage;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.worker.WorkerLambda;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Measures what a quick answer takes beside the model's own time, over HTTP, and writes it down.
@Tag("bench")
@QuarkusTest
@TestProfile(AsInTheCloud.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class AnswerTimeTest {
  private static final int WARM_UP = 60;
  private static final int QUESTIONS = 100;
  private static final double MOST_MILLIS = 300;

  @Inject SqsClient sqs;

  @Inject
  @Named("work")
  WorkerLambda worker;

  private final AtomicLong came = new AtomicLong();
  private final AtomicLong went = new AtomicLong();

  /// @param begins from the request to the model's being asked: submit, queue, start, reading
  /// @param all that was not the model's time
  private record Took(double begins, double all) {}

  @Test
  void queue_and_start_up_add_little_to_the_models_own_time() throws Exception {
    var took = new ArrayList<Took>();
    try (var _ =
        new Asking(
            ScriptedOpenAi.at(
                AsInTheCloud.modelPort(), InstantSource.system(), Duration.ZERO, this::timed),
            new QueuePoller(sqs, AsInTheCloud.queue(), worker).start("answering", 1))) {
      for (int i = 0; i < WARM_UP; i++) Asking.look(Asking.ask(20).path("id"), 20);
      for (int i = 0; i < QUESTIONS; i++) took.add(once());
    }
    var begins = took.stream().map(Took::begins).sorted().toList();
    var all = took.stream().map(Took::all).sorted().toList();
    write(begins, all);
    assertThat(percentile(begins, 50)).isLessThan(MOST_MILLIS);
  }

  private Took once() {
    long start = System.nanoTime();
    Asking.ask(20).then().statusCode(200);
    long end = System.nanoTime();
    return new Took((came.get() - start) / 1e6, (end - start - (went.get() - came.get())) / 1e6);
  }

  private Play timed(Asked asked) {
    came.set(System.nanoTime());
    went.set(System.nanoTime());
    return Asking.FIRM;
  }

  private static double percentile(List<Double> ascending, int percent) {
    return ascending.get(Math.min(ascending.size() - 1, ascending.size() * percent / 100));
  }

  private static void write(List<Double> begins, List<Double> all) throws IOException {
    PerformancePage.put(
        "Quick answers",
        """
        `make bench` asks a question on a text over HTTP, with `Prefer: wait`, of a scripted model that
        answers at once; so all that is measured is ours, one question after the other on a warm
        system. The first row is from the request to the model's being asked: submit, queue, start
        and reading. The second is the whole response without the model's time: also checking,
        storing, and how often the request looks at its job (every 100 ms).

        | beside the model's own time | questions | p50 ms | p95 ms |
        |---|---|---|---|
        %s
        %s
        """
            .formatted(row("until it is asked", begins), row("in all", all)));
  }

  private static String row(String what, List<Double> millis) {
    return String.format(
        Locale.ENGLISH,
        "| %s | %d | %.1f | %.1f |",
        what,
        millis.size(),
        percentile(millis, 50),
        percentile(millis, 95));
  }
}
