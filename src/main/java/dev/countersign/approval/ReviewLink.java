package dev.countersign.approval;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import java.time.Instant;

/// What a link in a notification says, once its signature is known to be ours: this person is asked
/// to decide on this digest of this draft.
///
/// @param audience the address it was sent to
public record ReviewLink(
    JobId job,
    ApprovalId approval,
    int revision,
    String digest,
    String audience,
    Instant expiresAt) {
  /// The same person's link to another request of the same job.
  public ReviewLink onward(Gate newer) {
    return new ReviewLink(
        job, newer.approval(), newer.revision(), newer.digest(), audience, newer.expiresAt());
  }
}
