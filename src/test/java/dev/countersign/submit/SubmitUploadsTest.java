package dev.countersign.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Failure;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.Sha256;
import dev.countersign.store.TestStore;
import dev.countersign.store.Upload;
import dev.countersign.submit.DeclareUploads.Declared;
import dev.countersign.submit.DeclareUploads.Wish;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.Lane;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/// Submitting what was uploaded before, and submissions at the edge of what can be stored.
class SubmitUploadsTest {
  private static final Workflow LETTER =
      new Workflow(
          "letter",
          1,
          "Letter",
          "Writes a letter.",
          new InputSpec(
              List.of(new Field("text", Field.Kind.TEXT, false, 65_536, "What it says.")),
              List.of(new InputSpec.Files("files", 0, 15, List.of(".txt"), "The documents."))),
          List.of(StepSpec.work("read")),
          null,
          null,
          Duration.ofMinutes(5));
  private final SettableClock clock = new SettableClock();
  private final TestStore store = TestStore.with(clock, new Random());
  private final TestQueue queue = new TestQueue();
  private final String owner = UUID.randomUUID() + "@local.example";
  @TempDir Path temp;

  @Test
  void somebody_elses_upload_is_as_unknown_as_one_that_does_not_exist() {
    var upload = uploaded("a.txt", "a bid", "a bid");

    var foreign = refused(submission("other@local.example", List.of(upload.id()), null));

    assertThat(foreign.kind()).isEqualTo(Problem.Kind.UNKNOWN_UPLOAD);
    assertThat(foreign.detail().replace(upload.id(), "X"))
        .isEqualTo(refused(submission(owner, List.of("X"), null)).detail());
  }

  @Test
  void an_upload_can_be_submitted_for_a_day_and_what_was_submitted_is_known_for_longer() {
    var upload = uploaded("a.txt", "a bid", "a bid");
    clock.advance(Duration.ofHours(24).minusMillis(1));
    var first = submit(submission(owner, List.of(upload.id()), "key"));

    clock.advance(Duration.ofDays(5));
    delete(upload);

    assertThat(first).isInstanceOf(Submitted.Accepted.class);
    assertThat(submit(submission(owner, List.of(upload.id()), "key")))
        .isInstanceOf(Submitted.Same.class);
    assertThat(refused(submission(owner, List.of(upload.id()), "other")).kind())
        .isEqualTo(Problem.Kind.UPLOAD_EXPIRED);
  }

  @Test
  void what_is_not_what_was_announced_is_refused_and_nothing_stays() {
    for (var instead : List.of("a longer bid", "a big")) {
      var upload = uploaded("a.txt", "a bid", instead);

      var problem = refused(submission(owner, List.of(upload.id()), null));

      assertThat(problem.kind()).isEqualTo(Problem.Kind.UPLOAD_DIFFERS);
      assertThat(problem.detail()).contains("a.txt");
    }
  }

  @Test
  void the_worker_hashes_again_and_names_the_file_that_is_another() {
    var upload = uploaded("a.txt", "a bid", "a bid");
    var job = ((Submitted.Accepted) submit(submission(owner, List.of(upload.id()), null))).job();
    var source = store.partition().sources(job.id()).getFirst();
    put("jobs/%s/sources/%s".formatted(job.id(), source.id()), "a big");

    assertThatThrownBy(() -> store.files().download(job.id(), source, temp.resolve("copy")))
        .isInstanceOfSatisfying(
            Fatal.class, fatal -> assertThat(fatal.kind()).isEqualTo(Failure.Kind.BAD_INPUT))
        .hasMessageContaining("a.txt");
  }

  @Test
  void a_job_with_fifteen_files_of_the_longest_names_and_just_enough_text_is_stored() {
    var files = IntStream.range(0, 15).mapToObj(i -> longName(i)).toList();
    var uploads = files.stream().map(name -> uploaded(name, "x", "x").id()).toList();

    var fits = with(uploads, "x".repeat(21_000));

    assertThat(submit(fits)).isInstanceOf(Submitted.Accepted.class);
  }

  @Test
  void a_record_that_would_be_too_large_is_refused_with_its_size_before_anything_is_stored() {
    for (var text : List.of("x".repeat(25_000), "\u20AC".repeat(9_000))) {
      var problem = refused(with(List.of(), text));

      assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
      assertThat(problem.detail()).contains("24,576 is the limit").contains("Nothing was stored");
      assertThat(problem.remedy()).contains("shorter fields");
    }
  }

  @Test
  void a_message_is_small_whatever_the_job_is() {
    submit(with(List.of(), "x".repeat(21_000)));

    assertThat(queue.receive())
        .singleElement()
        .satisfies(message -> assertThat(message.body().length()).isLessThan(200));
  }

  @Test
  void the_lane_that_a_workflow_has_may_be_named_and_another_is_refused_with_the_reason() {
    assertThat(submit(in(LETTER.lane().lane()))).isInstanceOf(Submitted.Accepted.class);
    for (var lane : Lane.values())
      if (lane != LETTER.lane().lane()) {
        var problem = refused(in(lane));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.LANE_NOT_OFFERED);
        assertThat(problem.detail()).contains(LETTER.lane().reason());
      }
  }

  private static String longName(int i) {
    return "\u20AC".repeat(110) + i + ".txt";
  }

  /// @param declared what was said to come
  /// @param came what is in the bucket, put there by somebody who may write anything
  private Upload uploaded(String name, String declared, String came) {
    var bytes = declared.getBytes(UTF_8);
    var wish = new Wish("files", name, "text/plain", bytes.length, Sha256.hex(bytes));
    var place = ((Declared.Ready) declare().declare(owner, List.of(wish))).places().getFirst();
    put(key(place.link().url()), came);
    return place.upload();
  }

  private static String key(URI url) {
    return url.getPath().substring(url.getPath().indexOf("uploads/"));
  }

  private static void put(String key, String text) {
    TestServices.s3()
        .putObject(
            p -> p.bucket(TestServices.bucket()).key(key), RequestBody.fromString(text, UTF_8));
  }

  private void delete(Upload upload) {
    var key = key(store.uploads().link(upload, Duration.ofMinutes(1)).url());
    TestServices.s3().deleteObject(d -> d.bucket(TestServices.bucket()).key(key));
  }

  private DeclareUploads declare() {
    return new DeclareUploads(
        catalog(), new Limits(), new ForUploads(), store.uploads(), store.ids(), clock);
  }

  private Submitted submit(Submission submission) {
    var files = new TakeFiles(store.uploads(), store.files(), store.intake(), store.ids());
    return new SubmitJob(
            catalog(),
            new Limits(),
            store.jobs(),
            files,
            TestSubmit.plans(),
            queue.through(TestServices.sqs()),
            store.ids(),
            clock)
        .submit(submission);
  }

  private Problem refused(Submission submission) {
    var answer = submit(submission);
    assertThat(answer).isInstanceOf(Submitted.Refused.class);
    return ((Submitted.Refused) answer).problem();
  }

  private static Submission submission(String by, List<String> uploads, @Nullable String key) {
    return new Submission(by, "letter", "A letter", Map.of(), List.of(), uploads, key, null);
  }

  private Submission with(List<String> uploads, String text) {
    return new Submission(
        owner, "letter", "A letter", Map.of("text", text), List.of(), uploads, null, null);
  }

  private Submission in(Lane lane) {
    return new Submission(owner, "letter", "A letter", Map.of(), List.of(), List.of(), null, lane);
  }

  private static Catalog catalog() {
    return new Catalog(List.of(LETTER));
  }

  private record Limits() implements SubmitLimits {
    @Override
    public long fileBytes() {
      return 100;
    }

    @Override
    public long jobBytes() {
      return 150;
    }

    @Override
    public Duration remembersKeys() {
      return Duration.ofDays(7);
    }
  }

  private record ForUploads() implements UploadLimits {
    @Override
    public int mostFiles() {
      return 20;
    }

    @Override
    public Duration linkLives() {
      return Duration.ofMinutes(15);
    }

    @Override
    public Duration lives() {
      return Duration.ofDays(1);
    }
  }
}
