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
import dev.countersign.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Comparisons of bids in a test's engine.
record BidJobs(TestEngine engine) {
  private static final Workflow WORKFLOW =
      BidComparison.descriptor(Policy.of(ReviewTerms.by(List.of(TrialWorkflows.REVIEWER))));

  /// So that their ids are in the files' order.
  private static final Duration ONE_AFTER_THE_OTHER = Duration.ofMillis(1);

  static BidJobs in(TestEngine engine) {
    engine.workflows.add(WORKFLOW, TestBidSteps.with(TestMail.rendering()));
    return new BidJobs(engine);
  }

  JobId submitted(List<Path> files) throws IOException {
    return submitted("Bids", files);
  }

  /// A durable job whose message is in the queue. What begins with `scope` is given as the scope.
  JobId submitted(String title, List<Path> files) throws IOException {
    var job =
        Job.submitted(
            engine.store.ids().job(),
            "submitter@local.example",
            WORKFLOW.ref(),
            new Job.Submission(title, Map.of("deliver_to", "client@example.com"), WORKFLOW.plan()),
            engine.clock.instant());
    var sources = new ArrayList<Source>();
    for (var file : files) {
      engine.clock.advance(ONE_AFTER_THE_OTHER);
      sources.add(stored(job, file));
    }
    engine.store.jobs().create(job, new NewJob(null, sources));
    engine.queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    return job.id();
  }

  /// The newest version of a file that the job made.
  String file(JobId id, String name) {
    var newest = engine.store.artifacts().newest(id, name).orElseThrow();
    return new String(engine.store.artifacts().bytes(newest), StandardCharsets.UTF_8);
  }

  private Source stored(Job job, Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = Objects.requireNonNull(file.getFileName()).toString();
    var source =
        new Source(
            engine.store.ids().source(),
            name.startsWith("scope") ? "scope" : "files",
            name,
            "application/octet-stream",
            bytes.length,
            ProposalDigest.sha256(bytes));
    engine.store.files().put(job.id(), source, file);
    return source;
  }
}
