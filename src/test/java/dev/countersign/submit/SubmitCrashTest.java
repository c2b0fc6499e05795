package dev.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Faults;
import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.TestStore;
import dev.countersign.submit.Submission.UploadedFile;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The API is broken at every write of a submission; the client asks again with its key.
class SubmitCrashTest {
  /// The note of the files, a file, the job, the message.
  private static final int WRITES = 4;

  private static final Workflow LETTER =
      new Workflow(
          "letter",
          1,
          "Letter",
          "Writes a letter.",
          new InputSpec(
              List.of(), List.of(new InputSpec.Files("files", 1, 2, List.of(".txt"), "It."))),
          List.of(StepSpec.work("read")),
          null,
          null,
          Duration.ofMinutes(5));
  private final SettableClock clock = new SettableClock();
  private final TestQueue queue = new TestQueue();
  private final String owner = UUID.randomUUID() + "@local.example";
  @TempDir Path temp;

  static Stream<Faults.Fault> faults() {
    return Faults.each(WRITES);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void asking_again_gives_one_job_with_its_file_that_the_sweeper_would_find(Faults.Fault fault)
      throws IOException {
    var process = new Faults();
    fault.in(process);
    var submission = submission();
    var first = orDead(process, submission);

    var again = job(api(new Faults()).submit(submission));
    var store = TestStore.with(clock, new Random());

    if (first != null) assertThat(again.id()).isEqualTo(first.id());
    assertThat(job(api(new Faults()).submit(submission)).id()).isEqualTo(again.id());
    var source = store.partition().sources(again.id()).getFirst();
    store.files().download(again.id(), source, temp.resolve("copy"));
    assertThat(temp.resolve("copy")).hasContent("a bid");
    assertThat(IntStream.range(0, 4).boxed())
        .anySatisfy(shard ->
            assertThat(store.due().due(shard, clock.instant().plusSeconds(61), 1000))
                .anyMatch(due -> due.id().equals(again.id())));
  }

  @Test
  void there_are_no_other_writes() throws IOException {
    var process = new Faults();

    job(api(process).submit(submission()));

    assertThat(process.writes()).isEqualTo(WRITES);
  }

  private @Nullable Job orDead(Faults process, Submission submission) {
    try {
      return job(api(process).submit(submission));
    } catch (Faults.Died _) {
      return null;
    }
  }

  private SubmitJob api(Faults process) {
    var store =
        TestStore.on(
            TestServices.dynamoDbBuilder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(process))
                .build(),
            TestServices.s3Builder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(process))
                .build(),
            clock,
            new Random());
    var sqs =
        TestServices.sqsBuilder()
            .overrideConfiguration(c -> c.addExecutionInterceptor(process))
            .build();
    return new SubmitJob(
        new Catalog(List.of(LETTER)),
        new Limits(100, 150, Duration.ofDays(7)),
        store.jobs(),
        new TakeFiles(store.uploads(), store.files(), store.intake(), store.ids()),
        TestSubmit.plans(),
        queue.through(sqs),
        store.ids(),
        clock);
  }

  private record Limits(long fileBytes, long jobBytes, Duration remembersKeys)
      implements SubmitLimits {}

  private static Job job(Submitted answer) {
    return switch (answer) {
      case Submitted.Accepted(var job) -> job;
      case Submitted.Same(var job) -> job;
      case Submitted.Refused(var problem) -> throw new AssertionError(problem);
    };
  }

  private Submission submission() throws IOException {
    var file = Files.writeString(temp.resolve("bid"), "a bid");
    var upload = new UploadedFile("files", "bid.txt", "text/plain", file, Files.size(file));
    return new Submission(
        owner, "letter", "A letter", Map.of(), List.of(upload), List.of(), "key", null);
  }
}
