package dev.countersign.http;

import dev.countersign.job.ApprovalId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
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
        .flatMap(proposal ->
            store
                .find(proposal.job())
                .map(job ->
                    new Approval(
                        job,
                        proposal,
                        partition.decisions(job.id()).stream()
                            .map(StoredDecision::decision)
                            .filter(d -> d.approval().equals(id))
                            .findFirst())));
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
