package dev.countersign.approval;

import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import dev.countersign.store.Artifacts;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal;
import dev.countersign.store.S3Objects;
import dev.countersign.store.StoredArtifact;
import jakarta.enterprise.context.ApplicationScoped;

/// Computes a proposal's digests again: of the bytes that would go out, and of what is shown.
@ApplicationScoped
public class VerifyProposal {
  private final DynamoPartition partition;
  private final Artifacts artifacts;
  private final S3Objects objects;

  VerifyProposal(DynamoPartition partition, Artifacts artifacts, S3Objects objects) {
    this.partition = partition;
    this.artifacts = artifacts;
    this.objects = objects;
  }

  /// Whether target, subject, every stored byte, and what is shown of it, are still those of the
  /// digests.
  public boolean intact(JobId job, Gate gate) {
    return partition
        .proposal(job, gate.revision())
        .filter(proposal -> intact(proposal, gate))
        .isPresent();
  }

  /// The kinds of bytes that somebody may word anew.
  public boolean editable(JobId job, Gate gate, int action) {
    return partition
        .proposal(job, gate.revision())
        .map(Proposal::actions)
        .filter(actions -> action >= 0 && action < actions.size())
        .filter(actions -> actions.get(action).mediaType().equals("message/rfc822"))
        .isPresent();
  }

  /// What is shown with a proposal, beside the action itself.
  public DisplayDigest.Shown shown(JobId job, Gate gate, String summary, String packet) {
    return new DisplayDigest.Shown(
        summary,
        packet,
        artifacts.upTo(job, gate.revision()),
        partition.sources(job),
        partition.readings(job),
        gate.brief().risk());
  }

  private boolean intact(Proposal proposal, Gate gate) {
    try {
      var parts = proposal.actions().stream().map(this::part).toList();
      return ProposalDigest.of(parts).equals(gate.digest()) && shownAsProposed(proposal, gate);
    } catch (S3Objects.Altered _) {
      return false;
    }
  }

  private boolean shownAsProposed(Proposal proposal, Gate gate) {
    if (gate.brief().display().isEmpty()) return true;
    var shown = shown(proposal.job(), gate, proposal.summary(), proposal.packet());
    if (!DisplayDigest.of(shown).equals(gate.brief().display())) return false;
    shown.files().stream().filter(f -> f.name().equals(proposal.packet())).forEach(this::readAgain);
    return true;
  }

  /// @throws S3Objects.Altered when the packet is not what was stored
  private void readAgain(StoredArtifact packet) {
    artifacts.bytes(packet);
  }

  private ProposalDigest.Part part(Proposal.ProposedAction action) {
    var bytes = objects.read(action.key(), action.sha256());
    return new ProposalDigest.Part(
        action.kind(),
        action.target(),
        action.subject(),
        action.mediaType(),
        ProposalDigest.sha256(bytes),
        action.amounts());
  }
}
