package dev.countersign.worker;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Proposed;
import dev.countersign.store.Artifacts;
import dev.countersign.store.Attachment;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.Ids;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ReviewRule;
import dev.countersign.workflow.StepResult.Propose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Makes a gate of what a step proposes: the very bytes stored, their digest signed for, and each
/// action planned in the ledger.
@ApplicationScoped
class ProposeActions {
  private final Artifacts artifacts;
  private final Checkpoints checkpoints;
  private final Performers performers;
  private final Ids ids;
  private final InstantSource clock;

  ProposeActions(
      Artifacts artifacts,
      Checkpoints checkpoints,
      Performers performers,
      Ids ids,
      InstantSource clock) {
    this.artifacts = artifacts;
    this.checkpoints = checkpoints;
    this.performers = performers;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome propose(Job job, Propose propose, ReviewRule rule) {
    var actions = propose.actions().stream().map(action -> stored(job, action)).toList();
    var gate = gate(job, actions, rule);
    var proposal = new Proposal(job.id(), gate, propose.summary(), propose.packet(), actions);
    var checkpoint =
        checkpoints.write(
            job, job.currentStep().name(), StepJson.write(new Asked(gate.approval().value())));
    return new Outcome(
        new Proposed(
            gate.proposedAt(),
            job.fence(),
            job.currentStep().name(),
            checkpoint.reference(),
            gate,
            actions.stream().map(action -> planned(job, action)).toList()),
        List.of(checkpoint, new Attachment.Proposing(proposal)));
  }

  /// The digest over actions as they are proposed, or as they are about to be performed.
  static String digest(List<ProposedAction> actions) {
    return ProposalDigest.of(
        actions.stream()
            .map(a ->
                new ProposalDigest.Part(
                    a.kind(), a.target(), a.subject(), a.mediaType(), a.sha256()))
            .toList());
  }

  private Gate gate(Job job, List<ProposedAction> actions, ReviewRule rule) {
    var now = clock.instant();
    return new Gate(
        ids.approval(),
        job.progress().revision(),
        digest(actions),
        rule.reviewers(),
        rule.submitterMay(),
        now,
        now.plus(rule.lives()),
        null);
  }

  private ProposedAction stored(Job job, Action action) {
    if (performers.of(action.kind()).isEmpty())
      throw Fatal.stepFailed(
          "Nothing here performs an action of kind " + action.kind() + ".",
          "Deploy a worker that does, then retry.");
    return new ProposedAction(
        ids.effect(),
        action.kind(),
        action.target(),
        action.subject(),
        action.mediaType(),
        artifacts.writePayload(job.id(), action),
        action.payload().length,
        ProposalDigest.sha256(action.payload()));
  }

  private static Effect planned(Job job, ProposedAction action) {
    return new Effect(
        action.effect(),
        action.kind(),
        job.progress().revision(),
        action.sha256(),
        Effect.Standing.PLANNED);
  }

  /// The result of a gate step: which approval it asked for.
  record Asked(String approval) {}
}
