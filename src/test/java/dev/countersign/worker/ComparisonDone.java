package dev.countersign.worker;

import dev.countersign.TestServices;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.TestMail;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import dev.countersign.packet.bid.TestBidSteps;
import dev.countersign.store.NewJob;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A comparison of a roof's bids that was approved and sent.
final class ComparisonDone {
  private static final Path PACKET = Path.of("src/test/resources/packets/school-annex-reroof");
  private static final List<String> FILES = List.of("scope.pdf", "bid_a_summit_ridge.pdf");

  private ComparisonDone() {}

  static JobId in(TestEngine engine) throws IOException {
    var id = awaitingApproval(engine);
    engine.approves(id);
    engine.start().workOff();
    return id;
  }

  static JobId awaitingApproval(TestEngine engine) throws IOException {
    engine.models.unset();
    var workflow =
        BidComparison.descriptor(Policy.of(ReviewTerms.by(List.of(TrialWorkflows.REVIEWER))));
    engine.workflows.add(workflow, TestBidSteps.with(TestMail.rendering()));
    var job =
        Job.submitted(
            engine.store.ids().job(),
            "submitter@local.example",
            workflow.ref(),
            new Job.Submission(
                "Annex roof", Map.of("deliver_to", "client@example.com"), workflow.plan()),
            engine.clock.instant());
    var sources = new ArrayList<Source>();
    for (var name : FILES) sources.add(stored(engine, job, PACKET.resolve(name)));
    engine.store.jobs().create(job, new NewJob(null, sources));
    engine.queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    engine.start().workOff();
    return job.id();
  }

  /// Everything that belongs to it, as somebody would keep it: what it made, was given, and sent.
  static void save(TestEngine engine, JobId id, Path folder) throws IOException {
    for (var file : engine.store.artifacts().all(id))
      Files.write(folder.resolve(file.name()), engine.store.artifacts().bytes(file));
    for (var name : FILES) Files.copy(PACKET.resolve(name), folder.resolve(name));
    var sent = engine.store.partition().proposal(id, 1).orElseThrow().actions().getFirst();
    Files.write(folder.resolve("sent.eml"), engine.store.objects().read(sent.key(), sent.sha256()));
  }

  private static Source stored(TestEngine engine, Job job, Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = file.getFileName().toString();
    var source =
        new Source(
            engine.store.ids().source(),
            name.startsWith("scope") ? "scope" : "files",
            name,
            "application/pdf",
            bytes.length,
            ProposalDigest.sha256(bytes));
    engine.store.files().put(job.id(), source, file);
    return source;
  }
}
