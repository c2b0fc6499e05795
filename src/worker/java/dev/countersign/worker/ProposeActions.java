package dev.countersign.worker;

import dev.countersign.approval.AssessRisk;
import dev.countersign.approval.DisplayDigest;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.Brief;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Proposed;
import dev.countersign.job.Risk;
import dev.countersign.store.Artifacts;
import dev.countersign.store.Attachment;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Ids;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.RiskLimits;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.StepResult.Propose;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a gate of what a step proposes: the very bytes stored, their digest signed for, and each
/// action planned in the ledger.
@ApplicationScoped
class ProposeActions {
  private final Artifacts artifacts;
  private final Checkpoints checkpoints;
  private final DynamoPartition partition;
  private final AddressBook addressBook;
  private final Edits edits;
  private final Performers performers;
  private final Ids ids;
  private final InstantSource clock;

  ProposeActions(
      Artifacts artifacts,
      Checkpoints checkpoints,
      DynamoPartition partition,
      AddressBook addressBook,
      Edits edits,
      Performers performers,
      Ids ids,
      InstantSource clock) {
    this.artifacts = artifacts;
    this.checkpoints = checkpoints;
    this.partition = partition;
    this.addressBook = addressBook;
    this.edits = edits;
    this.performers = performers;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome propose(Job job, Propose propose, Workflow workflow) {
    var proposed = edits.applied(job, propose.actions());
    var actions = proposed.stream().map(action -> stored(job, action)).toList();
    var documents = partition.sources(job.id()).stream().map(Source::name).toList();
    var risk = risk(job, proposed, documents, workflow);
    var gate = gate(job, propose, actions, risk, workflow);
    var proposal =
        new Proposal(job.id(), gate, propose.summary(), propose.packet(), actions, documents);
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

  private Risk risk(Job job, List<Action> actions, List<String> documents, Workflow workflow) {
    var limits = Optional.ofNullable(workflow.review()).map(Policy::limits);
    return new AssessRisk(limits.orElse(RiskLimits.USUAL))
        .of(workflow.effect(), actions, action -> known(job, action), documents.size());
  }

  private boolean known(Job job, Action action) {
    return action.target().equals(job.owner())
        || addressBook.lists(action)
        || partition.reached(job.owner(), action.kind(), action.target());
  }

  private Gate gate(
      Job job, Propose propose, List<ProposedAction> actions, Risk risk, Workflow workflow) {
    var terms = Optional.ofNullable(job.plan().review()).or(workflow::terms).orElseThrow();
    var amounts = actions.stream().flatMap(action -> action.amounts().stream()).toList();
    int revision = job.progress().revision();
    var display =
        DisplayDigest.of(
            new DisplayDigest.Shown(
                propose.summary(),
                propose.packet(),
                artifacts.upTo(job.id(), revision),
                partition.sources(job.id()),
                partition.readings(job.id()),
                risk));
    return Gate.asking(
        ids.approval(),
        revision,
        ProposalDigest.ofStored(actions),
        new Brief(propose.summary(), amounts, risk, display),
        terms,
        clock.instant());
  }

  /// @throws Fatal when nothing here performs it, or what does must not be asked to
  private void check(Job job, Action action) {
    var performer =
        performers
            .of(action.kind())
            .orElseThrow(() ->
                Fatal.stepFailed(
                    "Nothing here performs an action of kind " + action.kind() + ".",
                    "Deploy a worker that does, then retry."));
    performer
        .objection(action, named(job, action))
        .ifPresent(why -> {
          throw Fatal.stepFailed(
              "An action of kind " + action.kind() + " may not be proposed: " + why,
              "Submit again with another target, or let the operator allow this one.");
        });
  }

  /// Where an action may go: what the submitter put in, the submitter, and whom the operator
  /// vouches for. Nothing of it comes from a document or a model.
  private List<String> named(Job job, Action action) {
    var named = new ArrayList<>(job.inputs().values());
    named.add(job.owner());
    if (action.kind().equals("email") && addressBook.lists(action)) named.add(action.target());
    return named;
  }

  private ProposedAction stored(Job job, Action action) {
    check(job, action);
    return new ProposedAction(
        ids.effect(),
        action.kind(),
        action.target(),
        action.subject(),
        action.mediaType(),
        artifacts.writePayload(job.id(), action),
        action.payload().length,
        ProposalDigest.sha256(action.payload()),
        action.amounts());
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
