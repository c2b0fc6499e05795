package dev.countersign.worker;

import dev.countersign.approval.DecisionMac;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.EffectPerformer;
import dev.countersign.job.ApprovedAction;
import dev.countersign.job.Decision;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState.Performing;
import dev.countersign.store.Attachment;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.S3Objects;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Fatal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The bytes that a person approved, checked right before they go out: the decision's seal is ours,
/// it is for this gate, and all that would be done still has the digest that was signed.
@ApplicationScoped
class ApprovedPayloads {
  private final DynamoPartition partition;
  private final S3Objects objects;
  private final DecisionMac macs;
  private final Performers performers;

  ApprovedPayloads(
      DynamoPartition partition, S3Objects objects, DecisionMac macs, Performers performers) {
    this.partition = partition;
    this.objects = objects;
    this.macs = macs;
    this.performers = performers;
  }

  /// An effect that was approved, the action it is, and who does it.
  record Ready(Effect effect, Action action, EffectPerformer performer) {
    /// What is remembered of it once it was done.
    Attachment reached(Job job) {
      return new Attachment.Reaching(job.owner(), action.kind(), action.target());
    }
  }

  /// @throws Fatal when what is stored is not what was signed; nothing may be sent then
  Ready next(Job job, Performing performing) {
    return of(
        job,
        performing,
        first(job, Effect.Standing.APPROVED)
            .orElseThrow(() -> changed(job, "no effect is approved")));
  }

  /// The first that stands so, in the order in which they were proposed.
  static Optional<Effect> first(Job job, Effect.Standing standing) {
    return job.effects().stream().filter(e -> e.standing() == standing).findFirst();
  }

  /// @throws Fatal when what is stored is not what was signed; nothing may be sent then
  Ready of(Job job, Performing performing, Effect effect) {
    signed(job, performing.gate(), performing.decision());
    var proposal =
        partition
            .proposal(job.id(), performing.gate().revision())
            .orElseThrow(() -> changed(job, "the proposal is gone"));
    if (!ProposalDigest.ofStored(proposal.actions()).equals(performing.gate().digest()))
      throw changed(job, "the proposal is not the one that was signed");
    var action = payload(job, proposed(job, proposal, effect));
    var performer =
        performers
            .of(action.kind())
            .orElseThrow(() ->
                Fatal.stepFailed(
                    "Nothing here performs an action of kind " + action.kind() + ".",
                    "Deploy a worker that does, then retry."));
    return new Ready(effect, action, performer);
  }

  private void signed(Job job, Gate gate, Decision last) {
    if (!ApprovedAction.signed(job, gate, last, macs))
      throw changed(
          job,
          "of the %d approvals that it takes, not all are sealed by us, for this proposal"
              .formatted(gate.terms().quorum()));
  }

  private static ProposedAction proposed(Job job, Proposal proposal, Effect effect) {
    return proposal.actions().stream()
        .filter(a -> a.effect().equals(effect.id()) && a.sha256().equals(effect.digest()))
        .findFirst()
        .orElseThrow(() -> changed(job, "the ledger does not match the proposal"));
  }

  /// The hash is taken again from the bytes themselves.
  private Action payload(Job job, ProposedAction proposed) {
    try {
      var bytes = objects.read(proposed.key(), proposed.sha256());
      return new Action(
          proposed.kind(),
          proposed.target(),
          proposed.subject(),
          proposed.mediaType(),
          bytes,
          proposed.amounts());
    } catch (S3Objects.Altered _) {
      throw changed(job, "the bytes to send are not those that were signed");
    }
  }

  private static Fatal changed(Job job, String what) {
    return Fatal.proposalChanged("%s: %s.".formatted(job.id(), what));
  }
}
