package dev.countersign.http;

import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.Proposal;
import java.time.Instant;
import java.util.Optional;

/// A request for a decision with the job as it is now and what was said, if anything was.
public record Approval(Job job, Proposal proposal, Optional<Decision> decision) {

  /// What became of the request.
  public enum Standing {
    OPEN,
    APPROVED,
    REJECTED,
    CHANGES_REQUESTED,
    EXPIRED,
    CANCELED;

    public String wireName() {
      return JobFacts.lower(name());
    }
  }

  public Gate gate() {
    return proposal.gate();
  }

  public Standing standing(Instant now) {
    if (decision.isPresent())
      return switch (decision.get().say()) {
        case Decision.Say.Approve _ -> Standing.APPROVED;
        case Decision.Say.Reject _ -> Standing.REJECTED;
        case Decision.Say.RequestChanges _ -> Standing.CHANGES_REQUESTED;
      };
    boolean current =
        job.state() instanceof JobState.NeedsReview(var asked)
            && asked.approval().equals(gate().approval());
    if (current) return now.isBefore(gate().expiresAt()) ? Standing.OPEN : Standing.EXPIRED;
    return job.state() instanceof JobState.Canceled ? Standing.CANCELED : Standing.EXPIRED;
  }

  /// Whether this person may see it: who may decide on it, and who submitted the job.
  public boolean mayBeSeenBy(Decider person) {
    return job.owner().equals(person.address()) || gate().mayDecide(person, job.owner());
  }
}
