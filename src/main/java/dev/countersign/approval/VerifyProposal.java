package dev.countersign.approval;

import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal;
import dev.countersign.store.S3Objects;
import jakarta.enterprise.context.ApplicationScoped;

/// Computes a proposal's digest again from the bytes that would go out.
@ApplicationScoped
public class VerifyProposal {
  private final DynamoPartition partition;
  private final S3Objects objects;

  VerifyProposal(DynamoPartition partition, S3Objects objects) {
    this.partition = partition;
    this.objects = objects;
  }

  /// Whether target, subject and every stored byte are still those of the digest.
  public boolean intact(JobId job, Gate gate) {
    return partition
        .proposal(job, gate.revision())
        .filter(proposal -> intact(proposal, gate.digest()))
        .isPresent();
  }

  private boolean intact(Proposal proposal, String digest) {
    try {
      var parts = proposal.actions().stream().map(this::part).toList();
      return ProposalDigest.of(parts).equals(digest);
    } catch (S3Objects.Altered _) {
      return false;
    }
  }

  private ProposalDigest.Part part(Proposal.ProposedAction action) {
    var bytes = objects.read(action.key(), action.sha256());
    return new ProposalDigest.Part(
        action.kind(),
        action.target(),
        action.subject(),
        action.mediaType(),
        ProposalDigest.sha256(bytes));
  }
}
