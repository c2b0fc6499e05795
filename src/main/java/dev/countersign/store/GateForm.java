package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Brief;
import dev.countersign.job.Gate;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Tally;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A gate as it is read: form 1 had `reviewers`, `submitterMay` and `toldAt` where there now are
/// terms and tally, and no brief.
@RegisterForReflection
record GateForm(
    ApprovalId approval,
    int revision,
    String digest,
    @Nullable Brief brief,
    @Nullable ReviewTerms terms,
    @Nullable Tally tally,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable List<String> reviewers,
    @Nullable Boolean submitterMay,
    @Nullable Instant toldAt) {

  Gate gate() {
    return new Gate(
        approval,
        revision,
        digest,
        Objects.requireNonNullElse(brief, Brief.UNKNOWN),
        terms == null ? oldTerms() : terms,
        tally == null ? oldTally() : tally,
        proposedAt,
        expiresAt);
  }

  private ReviewTerms oldTerms() {
    var any =
        ReviewTerms.by(Objects.requireNonNullElse(reviewers, List.<String>of()))
            .living(Duration.between(proposedAt, expiresAt));
    return Boolean.TRUE.equals(submitterMay) ? any.submitterToo() : any;
  }

  private Tally oldTally() {
    List<String> told = toldAt == null || reviewers == null ? List.of() : reviewers;
    return new Tally(List.of(), List.of(), told, toldAt, 0, 0);
  }
}
