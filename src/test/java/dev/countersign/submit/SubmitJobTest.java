package dev.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.WorkQueue;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.TestStore;
import dev.countersign.submit.Submission.UploadedFile;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Retriable;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitJobTest {
  private static final Workflow LETTER =
      new Workflow(
          "letter",
          1,
          "Letter",
          "Writes a letter.",
          new InputSpec(
              List.of(
                  new InputSpec.Field(
                      "deliver_to", InputSpec.Field.Kind.EMAIL, false, 254, "Who gets it."),
                  new InputSpec.Field(
                      "note", InputSpec.Field.Kind.TEXT, false, 10, "Anything else.")),
              List.of(new InputSpec.Files("files", 1, 2, List.of(".txt"), "The documents."))),
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
  void a_submission_is_durable_with_its_files_before_its_one_message() throws IOException {
    var job = accepted(submission(Map.of("deliver_to", "client@example.com"), "a bid", null));

    assertThat(store.jobs().find(job.id())).contains(job);
    var source = store.partition().sources(job.id()).getFirst();
    store.files().download(job.id(), source, temp.resolve("copy"));
    assertThat(temp.resolve("copy")).hasContent("a bid");
    assertThat(queue.receive())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).contains(job.id().value()));
  }

  @Test
  void the_same_key_and_payload_is_the_same_job_and_no_second_message() throws IOException {
    var key = UUID.randomUUID().toString();
    var job = accepted(submission(Map.of(), "a bid", key));
    queue.receive().forEach(queue::delete);

    assertThat(submit().submit(submission(Map.of(), "a bid", key)))
        .isEqualTo(new Submitted.Same(job));
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void the_same_key_with_other_bytes_is_refused() throws IOException {
    var key = UUID.randomUUID().toString();
    var job = accepted(submission(Map.of(), "a bid", key));

    var problem = refused(submission(Map.of(), "another bid", key));

    assertThat(problem.kind()).isEqualTo(Problem.Kind.KEY_REUSED);
    assertThat(problem.detail()).contains(job.id().value());
  }

  @Test
  void a_key_is_free_again_after_seven_days() throws IOException {
    var key = UUID.randomUUID().toString();
    accepted(submission(Map.of(), "a bid", key));

    clock.advance(Duration.ofDays(7));

    accepted(submission(Map.of(), "another bid", key));
  }

  @Test
  void a_job_whose_message_was_lost_is_left_to_the_sweeper() throws IOException {
    WorkQueue down =
        (job, delay) -> {
          throw new Retriable("SQS is away", null);
        };

    var answer = submit(down).submit(submission(Map.of(), "a bid", null));

    var job = ((Submitted.Accepted) answer).job();
    assertThat(job.state()).isInstanceOf(JobState.Queued.class);
    var due = clock.instant().plusSeconds(61);
    assertThat(List.of(0, 1, 2, 3))
        .anySatisfy(shard ->
            assertThat(store.due().due(shard, due, 1000))
                .anyMatch(found -> found.id().equals(job.id())));
  }

  @Test
  void an_unknown_workflow_is_told_the_known_ones() throws IOException {
    var file = submission(Map.of(), "a bid", null).files();
    var unknown = new Submission(owner, "lettr", "A letter", Map.of(), file, List.of(), null, null);

    var problem = refused(unknown);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNKNOWN_WORKFLOW);
    assertThat(problem.remedy()).contains("letter");
  }

  @Test
  void an_address_that_smuggles_a_header_is_refused() throws IOException {
    for (var address :
        List.of(
            "a@b.example\r\nBcc: x@y.example", "A <a@b.example>", "a@b.example,c@d.example", "a"))
      assertThat(refused(submission(Map.of("deliver_to", address), "a bid", null)).detail())
          .contains("deliver_to");
  }

  @Test
  void what_is_unknown_missing_or_too_long_is_named() throws IOException {
    assertThat(refused(submission(Map.of("colour", "red"), "x", null)).detail()).contains("colour");
    assertThat(refused(submission(Map.of("note", "12345678901"), "x", null)).detail())
        .contains("11 characters");
    assertThat(refused(with(List.of())).detail()).contains("\"files\"");
    var one = file("a.txt", "x");
    assertThat(refused(with(List.of(one, one, one))).detail()).contains("3 files");
    var elsewhere = new UploadedFile("scope", "a.txt", "text/plain", one.file(), 1);
    assertThat(refused(with(List.of(elsewhere))).detail()).contains("\"scope\"");
  }

  @Test
  void a_file_or_a_job_that_is_too_large_is_refused() throws IOException {
    var large = refused(with(List.of(file("a.txt", "x".repeat(101)))));
    var together =
        refused(with(List.of(file("a.txt", "x".repeat(90)), file("b.txt", "x".repeat(90)))));

    assertThat(large.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    assertThat(large.detail()).contains("a.txt").contains("101 bytes");
    assertThat(together.detail()).contains("180 bytes together");
  }

  @Test
  void a_file_name_is_made_safe() throws IOException {
    var job = accepted(with(List.of(file("../../etc/pass\u202Ewd\r\n.txt", "x"))));

    assertThat(store.partition().sources(job.id()).getFirst().name()).isEqualTo("passwd.txt");
  }

  @Test
  void a_cancel_is_answered_with_its_receipt_and_again_the_same() throws IOException {
    var job = accepted(submission(Map.of(), "a bid", null));
    var cancel = new CancelJob(new MoveJob(store.jobs()), queue.through(TestServices.sqs()), clock);

    var first = cancel.cancel(job.id(), owner);

    assertThat(((Asked.Done) first).job().state()).isInstanceOf(JobState.Canceled.class);
    assertThat(cancel.cancel(job.id(), owner)).isEqualTo(first);
    assertThat(new RetryJob(new MoveJob(store.jobs()), through(), clock).retry(job.id(), owner))
        .isInstanceOf(Asked.Refused.class);
  }

  private SubmitJob submit() {
    return submit(through());
  }

  private WorkQueue through() {
    return queue.through(TestServices.sqs());
  }

  private SubmitJob submit(WorkQueue to) {
    return new SubmitJob(
        new Catalog(List.of(LETTER)),
        new Limits(100, 150, Duration.ofDays(7)),
        store.jobs(),
        new TakeFiles(store.uploads(), store.files(), store.intake(), store.ids()),
        TestSubmit.plans(),
        to,
        store.ids(),
        clock);
  }

  private record Limits(long fileBytes, long jobBytes, Duration remembersKeys)
      implements SubmitLimits {}

  private Job accepted(Submission submission) {
    var answer = submit().submit(submission);
    assertThat(answer).isInstanceOf(Submitted.Accepted.class);
    return ((Submitted.Accepted) answer).job();
  }

  private Problem refused(Submission submission) {
    var answer = submit().submit(submission);
    assertThat(answer).isInstanceOf(Submitted.Refused.class);
    return ((Submitted.Refused) answer).problem();
  }

  private Submission submission(Map<String, String> fields, String text, @Nullable String key)
      throws IOException {
    return new Submission(
        owner, "letter", "A letter", fields, List.of(file("bid.txt", text)), List.of(), key, null);
  }

  private Submission with(List<UploadedFile> files) {
    return new Submission(owner, "letter", "A letter", Map.of(), files, List.of(), null, null);
  }

  private UploadedFile file(String name, String text) throws IOException {
    var path = Files.writeString(temp.resolve(UUID.randomUUID().toString()), text);
    return new UploadedFile("files", name, "text/plain", path, Files.size(path));
  }
}
