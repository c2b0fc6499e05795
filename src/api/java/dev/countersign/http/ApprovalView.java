package dev.countersign.http;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.store.Proposal.ProposedAction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request for a decision as the API shows it.
///
/// @param status `open`, `approved`, `rejected`, `changes_requested`, `expired` or `canceled`
/// @param code short form of the digest, as in mail and page
/// @param reviewers who may decide
/// @param mayDecide whether the caller may
@RegisterForReflection
@Wire
public record ApprovalView(
    String id,
    String job,
    String title,
    String status,
    int revision,
    String digest,
    String code,
    String summary,
    String packet,
    List<ActionView> actions,
    String submittedBy,
    List<String> reviewers,
    Instant proposedAt,
    Instant expiresAt,
    boolean mayDecide,
    @Nullable DecisionView decision) {

  /// What would be done, by kind and target; `sha256` is of the bytes that would go out.
  @RegisterForReflection
  @Wire
  public record ActionView(
      String effect,
      String kind,
      String target,
      String subject,
      String mediaType,
      long bytes,
      String sha256) {}

  /// @param how `by_link` or `signed_in`
  @RegisterForReflection
  @Wire
  public record DecisionView(
      String decision, String by, String how, Instant at, @Nullable String words) {}

  static ApprovalView of(Approval approval, boolean mayDecide, Instant now) {
    var gate = approval.gate();
    var standing = approval.standing(now);
    return new ApprovalView(
        gate.approval().value(),
        approval.job().id().value(),
        approval.job().title(),
        standing.wireName(),
        gate.revision(),
        gate.digest(),
        ProposalDigest.shortCode(gate.digest()),
        approval.proposal().summary(),
        approval.proposal().packet(),
        approval.proposal().actions().stream().map(ApprovalView::action).toList(),
        approval.job().owner(),
        gate.reviewers(),
        gate.proposedAt(),
        gate.expiresAt(),
        mayDecide && standing == Approval.Standing.OPEN,
        decision(approval.decision()));
  }

  private static ActionView action(ProposedAction a) {
    return new ActionView(
        a.effect().value(),
        a.kind(),
        a.target(),
        a.subject(),
        a.mediaType(),
        a.bytes(),
        a.sha256());
  }

  private static @Nullable DecisionView decision(Optional<Decision> decision) {
    return decision.map(ApprovalView::view).orElse(null);
  }

  private static DecisionView view(Decision decision) {
    var by = decision.by();
    var how = JobFacts.lower(by.how().name());
    return switch (decision.say()) {
      case Say.Approve _ -> new DecisionView("approve", by.address(), how, decision.at(), null);
      case Say.Reject(var why) -> new DecisionView("reject", by.address(), how, decision.at(), why);
      case Say.RequestChanges(var what) ->
          new DecisionView("request_changes", by.address(), how, decision.at(), what);
    };
  }
}
