package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.TestMail;
import dev.countersign.job.Decision;
import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.StepRun;
import dev.countersign.packet.bid.TestBidSteps;
import dev.countersign.store.NewJob;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.StoredArtifact;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.Workflow;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BidComparisonJobTest {
  private static final Path PACKETS = Path.of("src/test/resources/packets");
  private static final Path HOSTILE = Path.of("src/test/resources/hostile");
  private static final Workflow WORKFLOW =
      BidComparison.descriptor(Policy.of(ReviewTerms.by(List.of(TrialWorkflows.REVIEWER))));
  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void wire() {
    engine.models.unset();
    engine.workflows.add(WORKFLOW, TestBidSteps.with(TestMail.rendering()));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void a_packet_goes_from_upload_to_an_approved_delivered_comparison() throws Exception {
    var kitchen = PACKETS.resolve("maple-court-kitchen");
    var id =
        submitted(
            kitchen.resolve("scope.csv"),
            kitchen.resolve("01-harborline.pdf"),
            kitchen.resolve("02-stillwater.pdf"),
            kitchen.resolve("03-quarry-and-pine.pdf"),
            kitchen.resolve("04-brightfold.pdf"));

    engine.start().workOff();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(engine.delivered()).isEmpty();
    assertThat(engine.store.partition().readings(id)).hasSize(5);
    assertThat(engine.store.checkpoints().read(id, checkpoint(id, "verify")))
        .contains("\"unsupported\":[]");
    engine.approves(id);
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    var mail = engine.delivered().getFirst().bytes();
    assertThat(attachments(mail)).containsExactly("comparison.pdf", "comparison.xlsx");
    assertThat(engine.store.objects().read(proposed(id).key(), proposed(id).sha256()))
        .isEqualTo(mail);
  }

  @Test
  void files_of_which_none_is_a_readable_bid_fail_with_each_reason() throws Exception {
    var id =
        submitted(
            PACKETS.resolve("maple-court-kitchen/scope.csv"),
            HOSTILE.resolve("locked.pdf"),
            HOSTILE.resolve("empty.pdf"));

    engine.start().workOff();

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT);
              assertThat(failed.failure().message()).contains("locked.pdf", "empty.pdf");
            });
    assertThat(engine.store.partition().readings(id)).hasSize(3);
  }

  @Test
  void a_second_draft_carries_the_reviewers_words_and_reads_nothing_again() throws Exception {
    var roof = PACKETS.resolve("school-annex-reroof");
    var id = submitted(roof.resolve("scope.pdf"), roof.resolve("bid_a_summit_ridge.pdf"));

    engine.start().workOff();
    engine.says(id, new Decision.Say.RequestChanges("Call the roofer <first>."));
    engine.start().workOff();

    var job = engine.job(id);
    assertThat(job.state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(job.progress().revision()).isEqualTo(2);
    assertThat(engine.timeline(id).stream().filter("step_done"::equals)).hasSize(8);
    assertThat(page(id)).contains("Call the roofer &lt;first&gt;.");
  }

  private JobId submitted(Path scope, Path... files) throws IOException {
    var job = fresh();
    var sources = new ArrayList<Source>();
    sources.add(stored(job, "scope", scope));
    for (var file : files) sources.add(stored(job, "files", file));
    engine.store.jobs().create(job, new NewJob(null, sources));
    engine.queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    return job.id();
  }

  private Job fresh() {
    return Job.submitted(
        engine.store.ids().job(),
        "submitter@local.example",
        WORKFLOW.ref(),
        new Job.Submission(
            "Kitchen bids", Map.of("deliver_to", "client@example.com"), WORKFLOW.plan()),
        engine.clock.instant());
  }

  private Source stored(Job job, String role, Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var source =
        new Source(
            engine.store.ids().source(),
            role,
            file.getFileName().toString(),
            "application/octet-stream",
            bytes.length,
            ProposalDigest.sha256(bytes));
    engine.store.files().put(job.id(), source, file);
    return source;
  }

  private String checkpoint(JobId id, String step) {
    return engine.job(id).progress().runs().stream()
        .filter(run -> run.name().equals(step))
        .map(StepRun::checkpoint)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private ProposedAction proposed(JobId id) {
    return engine.store.partition().proposal(id, 1).orElseThrow().actions().getFirst();
  }

  private String page(JobId id) {
    StoredArtifact newest = engine.store.artifacts().newest(id, "comparison.html").orElseThrow();
    return new String(engine.store.artifacts().bytes(newest), StandardCharsets.UTF_8);
  }

  private static List<String> attachments(byte[] mail) throws Exception {
    var message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    var parts = (MimeMultipart) message.getContent();
    var names = new ArrayList<String>();
    for (int i = 1; i < parts.getCount(); i++) names.add(parts.getBodyPart(i).getFileName());
    return names;
  }
}
