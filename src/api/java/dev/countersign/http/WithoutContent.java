package dev.countersign.http;

import dev.countersign.http.JobView.ApprovalSummary;
import dev.countersign.http.JobView.SourceView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator sees of a job: where it stands, since when and why, whose it is and who is to
/// decide; not what was submitted, nor what is proposed.
final class WithoutContent {
  private static final String WITHHELD = "(withheld)";

  private WithoutContent() {}

  static JobView of(JobView job) {
    return new JobView(
        job.id(),
        job.status(),
        job.sentence(),
        job.waiting(),
        job.failure(),
        job.lane(),
        job.laneReason(),
        job.workflow(),
        WITHHELD,
        job.owner(),
        Map.of(),
        job.submittedAt(),
        job.finishedAt(),
        job.queuedMs(),
        job.runMs(),
        job.revision(),
        job.currentStep(),
        job.steps(),
        job.nextCheckAt(),
        job.limits(),
        job.contract(),
        job.cost(),
        job.sources() == null ? null : sources(job.sources()),
        job.artifacts(),
        null,
        approval(job.approval()),
        job.effects(),
        job.cancel(),
        job.links());
  }

  static List<SourceView> sources(List<SourceView> sources) {
    return sources.stream().map(WithoutContent::source).toList();
  }

  private static SourceView source(SourceView s) {
    return new SourceView(
        s.id(),
        s.role(),
        WITHHELD,
        s.bytes(),
        s.sha256(),
        s.mediaType(),
        s.pages(),
        s.readAs(),
        null,
        null);
  }

  private static @Nullable ApprovalSummary approval(@Nullable ApprovalSummary a) {
    return a == null
        ? null
        : new ApprovalSummary(
            a.id(), a.revision(), null, a.digest(), a.code(), a.expiresAt(), a.reviewers());
  }
}
