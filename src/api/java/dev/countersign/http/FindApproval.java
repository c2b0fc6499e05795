package dev.countersign.http;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal;
import dev.countersign.store.StoredDecision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Finds requests for decisions, old ones too. Reads only.
@ApplicationScoped
public class FindApproval {
  private final DynamoJobStore store;
  private final DynamoPartition partition;

  FindApproval(DynamoJobStore store, DynamoPartition partition) {
    this.store = store;
    this.partition = partition;
  }

  public Optional<Approval> find(ApprovalId id) {
    return partition
        .proposal(id)
        .flatMap(proposal -> store.find(proposal.job()).map(job -> approval(job, proposal)));
  }

  private Approval approval(Job job, Proposal proposal) {
    var gate = proposal.gate();
    var decisions = partition.decisions(job.id());
    var said =
        decisions.stream()
            .map(StoredDecision::decision)
            .filter(d -> d.approval().equals(gate.approval()))
            .toList();
    var editedBy =
        decisions.stream()
            .filter(d -> d.revision() == gate.revision() - 1)
            .map(StoredDecision::decision)
            .filter(d -> d.say() instanceof Say.Edit)
            .map(Decision::by)
            .findFirst();
    return new Approval(job, proposal, said, editedBy.orElse(null));
  }

  /// Empty for what is no id, too.
  public Optional<Approval> find(String id) {
    try {
      return find(new ApprovalId(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
