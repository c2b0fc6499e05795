package dev.countersign.http;

import dev.countersign.job.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// Makes views of requests as they are now.
@ApplicationScoped
public class ApprovalViews {
  private final InstantSource clock;

  ApprovalViews(InstantSource clock) {
    this.clock = clock;
  }

  /// @param not why the caller may not decide; empty when they may
  public ApprovalView of(Approval approval, Optional<Verdict.Refused> not) {
    return ApprovalView.of(approval, not, clock.instant());
  }
}
