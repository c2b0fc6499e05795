package dev.countersign.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Faults;
import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.NewJob;
import dev.countersign.store.Sha256;
import dev.countersign.store.TestStore;
import dev.countersign.submit.Submission.UploadedFile;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Retriable;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A submission that is broken off leaves nothing in the bucket that nobody knows.
class BrokenOffTest {
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
  private final String table = TestStore.newTable();
  private final TestQueue queue = new TestQueue();
  private final List<JobId> dueBefore = new ArrayList<>();
  @TempDir Path temp;

  /// The note, two files, the job.
  static Stream<Faults.Fault> faults() {
    return Faults.each(4);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void files_without_a_job_are_dropped_after_an_hour_and_those_of_a_job_stay(Faults.Fault fault)
      throws IOException {
    var process = new Faults();
    fault.in(process);
    orDead(process);

    var store = store(new Faults());
    for (var id : due(store)) if (store.jobs().find(id).isEmpty()) store.intake().drop(id);

    for (var id : due(store))
      assertThat(store.jobs().find(id)).as("nothing else is due").isPresent();
    for (var id : dueBefore) {
      var whole = store.jobs().find(id).isPresent();
      assertThat(stored(id)).hasSize(whole ? 2 : 0);
    }
  }

  @Test
  void a_job_whose_files_are_being_dropped_cannot_come_to_be_any_more() {
    var store = store(new Faults());
    var id = store.ids().job();
    var source =
        new Source(
            store.ids().source(),
            "files",
            "a.txt",
            "text/plain",
            1,
            Sha256.hex("x".getBytes(UTF_8)));
    store.intake().begin(id, List.of(source), clock.instant());
    store.intake().drop(id);
    var late =
        Job.submitted(
            id,
            "a@b.example",
            LETTER.ref(),
            new Job.Submission("Late", Map.of(), LETTER.plan()),
            clock.instant());

    assertThatThrownBy(() -> store.jobs().create(late, new NewJob(null, List.of(source), true)))
        .isInstanceOf(Retriable.class);
    assertThat(store.jobs().find(id)).isEmpty();
  }

  private void orDead(Faults process) throws IOException {
    try {
      api(process).submit(submission());
    } catch (Faults.Died _) {
      // it is found by what it left
    }
    clock.advance(Duration.ofMinutes(61));
    dueBefore.addAll(due(store(new Faults())));
  }

  private List<JobId> due(TestStore store) {
    return IntStream.range(0, 4)
        .boxed()
        .flatMap(shard -> store.due().due(shard, clock.instant(), 100).stream())
        .map(due -> due.id())
        .toList();
  }

  private static List<String> stored(JobId id) {
    return TestServices.s3()
        .listObjectsV2(l -> l.bucket(TestServices.bucket()).prefix("jobs/" + id + "/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  private TestStore store(Faults process) {
    return TestStore.on(
        table,
        TestServices.dynamoDbBuilder()
            .overrideConfiguration(c -> c.addExecutionInterceptor(process))
            .build(),
        TestServices.s3Builder()
            .overrideConfiguration(c -> c.addExecutionInterceptor(process))
            .build(),
        clock,
        new Random());
  }

  private SubmitJob api(Faults process) {
    var store = store(process);
    return new SubmitJob(
        new Catalog(List.of(LETTER)),
        new Limits(100, 150, Duration.ofDays(7)),
        store.jobs(),
        new TakeFiles(store.uploads(), store.files(), store.intake(), store.ids()),
        TestSubmit.plans(),
        queue.through(TestServices.sqs()),
        store.ids(),
        clock);
  }

  private record Limits(long fileBytes, long jobBytes, Duration remembersKeys)
      implements SubmitLimits {}

  private Submission submission() throws IOException {
    return new Submission(
        "a@b.example",
        "letter",
        "A letter",
        Map.of(),
        List.of(file("one.txt"), file("two.txt")),
        List.of(),
        "key",
        null);
  }

  private UploadedFile file(String name) throws IOException {
    var file = Files.writeString(temp.resolve(name), "of " + name);
    return new UploadedFile("files", name, "text/plain", file, Files.size(file));
  }
}
