package dev.countersign.http;

import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request for a decision with the job as it is now and what was said of it.
///
/// @param said in the order it was: votes and handed says, then at most one that settled it
/// @param editedBy who worded the draft before anew, when this is what came of that; else null
public record Approval(
    Job job, Proposal proposal, List<Decision> said, @Nullable Decider editedBy) {
  public Approval {
    said = List.copyOf(said);
  }

  /// What became of the request.
  public enum Standing {
    OPEN,
    APPROVED,
    REJECTED,
    CHANGES_REQUESTED,
    EDITED,
    EXPIRED,
    CANCELED;

    public String wireName() {
      return JobFacts.lower(name());
    }
  }

  /// As it is now, or was when it was settled.
  public Gate gate() {
    return JobFacts.gate(job.state())
        .filter(gate -> gate.approval().equals(proposal.gate().approval()))
        .orElse(proposal.gate());
  }

  /// What is asked now, in place of this.
  public Optional<Gate> newer() {
    return JobFacts.gate(job.state()).filter(gate -> gate.revision() > proposal.gate().revision());
  }

  /// What settled it; empty while it is open, and when nobody did.
  public Optional<Decision> decision() {
    if (said.isEmpty()) return Optional.empty();
    var last = said.getLast();
    return switch (last.say()) {
      case Say.Approve _ ->
          votes().size() < gate().terms().quorum() ? Optional.empty() : Optional.of(last);
      case Say.Delegate _ -> Optional.empty();
      case Say.Reject _, Say.RequestChanges _, Say.Edit _ -> Optional.of(last);
    };
  }

  public List<Decision> votes() {
    return said.stream().filter(d -> d.say() instanceof Say.Approve).toList();
  }

  public Standing standing(Instant now) {
    var settled = decision();
    if (settled.isPresent())
      return switch (settled.get().say()) {
        case Say.Approve _ -> Standing.APPROVED;
        case Say.Reject _ -> Standing.REJECTED;
        case Say.RequestChanges _ -> Standing.CHANGES_REQUESTED;
        case Say.Edit _ -> Standing.EDITED;
        case Say.Delegate _ -> Standing.OPEN;
      };
    boolean current =
        job.state() instanceof JobState.NeedsReview(var asked)
            && asked.approval().equals(gate().approval());
    if (current) return now.isBefore(gate().expiresAt()) ? Standing.OPEN : Standing.EXPIRED;
    return job.state() instanceof JobState.Canceled ? Standing.CANCELED : Standing.EXPIRED;
  }

  /// Whether this person may see it: whom the policy asks, now or in turn, who has said something,
  /// and who submitted the job.
  public boolean mayBeSeenBy(Decider person) {
    return job.owner().equals(person.address()) || gate().concerns(person);
  }
}
