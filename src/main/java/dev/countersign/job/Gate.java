package dev.countersign.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job's request for a decision on one proposal.
///
/// @param digest SHA-256, lower-case hex, over all that would be done
/// @param reviewers addresses, or `role:NAME`, of whom may decide
/// @param submitterMay whether the submitter may decide too
/// @param toldAt when the reviewers were told; null until they were
public record Gate(
    ApprovalId approval,
    int revision,
    String digest,
    List<String> reviewers,
    boolean submitterMay,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable Instant toldAt) {
  private static final Duration LAST_DAY = Duration.ofDays(1);

  public Gate {
    reviewers = List.copyOf(reviewers);
    if (reviewers.isEmpty()) throw new IllegalArgumentException("a gate names who may decide");
    if (!expiresAt.isAfter(proposedAt))
      throw new IllegalArgumentException("a gate expires after it is proposed");
  }

  /// From when on the time is nearly over: the last day of it, or the last tenth if that is
  /// shorter.
  public Instant soonOver() {
    var tenth = Duration.between(proposedAt, expiresAt).dividedBy(10);
    return expiresAt.minus(tenth.compareTo(LAST_DAY) < 0 ? tenth : LAST_DAY);
  }

  Gate told(Instant at) {
    return new Gate(approval, revision, digest, reviewers, submitterMay, proposedAt, expiresAt, at);
  }

  /// Whether this person may decide on this gate of a job of `owner`.
  public boolean mayDecide(Decider decider, String owner) {
    if (decider.address().equals(owner) && !submitterMay) return false;
    return reviewers.contains(decider.address())
        || decider.roles().stream().anyMatch(role -> reviewers.contains("role:" + role));
  }
}
