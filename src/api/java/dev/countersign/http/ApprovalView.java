package dev.countersign.http;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.Amount;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Verdict;
import dev.countersign.store.Proposal.ProposedAction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request for a decision as the API shows it.
///
/// @param status `open`, `approved`, `rejected`, `changes_requested`, `edited`, `expired` or
///   `canceled`
/// @param displayDigest of what is shown beside the actions; to be sent back with a decision
/// @param code short form of the digest, as in mail and page
/// @param documents what was read before this was proposed, which nobody vouches for
/// @param reviewers whose turn it is
/// @param policy under which it is decided
/// @param missing how many more must approve
/// @param needsSignIn whether a link alone is not enough to approve
/// @param mayDecide whether the caller may
/// @param whyNot why the caller may not, when it is open
/// @param said votes and handed says so far, and what settled it
/// @param decision what settled it
/// @param editedBy who worded the draft before anew, when this is what came of that
/// @param newer the request that is asked now in place of this
@RegisterForReflection
@Wire
public record ApprovalView(
    String id,
    String job,
    String title,
    String status,
    int revision,
    String digest,
    String displayDigest,
    String code,
    String summary,
    String packet,
    RiskView risk,
    List<ActionView> actions,
    List<String> documents,
    String submittedBy,
    List<String> reviewers,
    PolicyView policy,
    int missing,
    boolean needsSignIn,
    Instant proposedAt,
    Instant expiresAt,
    boolean mayDecide,
    @Nullable WhyNot whyNot,
    List<DecisionView> said,
    @Nullable DecisionView decision,
    @Nullable String editedBy,
    @Nullable String newer) {

  /// @param level `low`, `medium` or `high`, from what would be done
  @RegisterForReflection
  @Wire
  public record RiskView(String level, List<String> reasons) {}

  /// What would be done, by kind and target; `sha256` is of the bytes that would go out.
  ///
  /// @param amounts the money at stake, amounts as decimal strings
  @RegisterForReflection
  @Wire
  public record ActionView(
      String effect,
      String kind,
      String target,
      String subject,
      String mediaType,
      long bytes,
      String sha256,
      List<AmountView> amounts) {}

  @RegisterForReflection
  @Wire
  public record AmountView(String amount, String currency) {}

  /// @param reason `not_eligible`, `not_your_turn` or `already_said`
  @RegisterForReflection
  @Wire
  public record WhyNot(String reason, String detail) {}

  /// @param how `by_link` or `signed_in`
  /// @param words reason, comment, or to whom it was handed
  @RegisterForReflection
  @Wire
  public record DecisionView(
      String decision,
      String by,
      String how,
      Instant at,
      @Nullable String words,
      String digest,
      @Nullable String displayDigest) {}

  /// @param not why the caller may not decide; empty when they may
  static ApprovalView of(Approval approval, Optional<Verdict.Refused> not, Instant now) {
    var gate = approval.gate();
    var standing = approval.standing(now);
    boolean open = standing == Approval.Standing.OPEN;
    var proposal = approval.proposal();
    var risk = gate.brief().risk();
    return new ApprovalView(
        gate.approval().value(),
        approval.job().id().value(),
        approval.job().title(),
        standing.wireName(),
        gate.revision(),
        gate.digest(),
        gate.brief().display(),
        ProposalDigest.shortCode(gate.digest()),
        proposal.summary(),
        proposal.packet(),
        new RiskView(risk.level().wireName(), risk.reasons()),
        proposal.actions().stream().map(ApprovalView::action).toList(),
        proposal.documents(),
        approval.job().owner(),
        gate.reviewers(),
        PolicyView.of(gate.terms()),
        open ? gate.missing() : 0,
        gate.needsSignIn(),
        gate.proposedAt(),
        gate.expiresAt(),
        open && not.isEmpty(),
        open ? not.map(ApprovalView::why).orElse(null) : null,
        approval.said().stream().map(ApprovalView::view).toList(),
        approval.decision().map(ApprovalView::view).orElse(null),
        Optional.ofNullable(approval.editedBy()).map(Decider::address).orElse(null),
        approval.newer().map(Gate::approval).map(Object::toString).orElse(null));
  }

  private static WhyNot why(Verdict.Refused not) {
    return new WhyNot(JobFacts.lower(not.reason().name()), not.message());
  }

  private static ActionView action(ProposedAction a) {
    return new ActionView(
        a.effect().value(),
        a.kind(),
        a.target(),
        a.subject(),
        a.mediaType(),
        a.bytes(),
        a.sha256(),
        a.amounts().stream().map(ApprovalView::amount).toList());
  }

  private static AmountView amount(Amount amount) {
    return new AmountView(amount.decimal(), amount.currency());
  }

  private static DecisionView view(Decision decision) {
    var by = decision.by();
    return new DecisionView(
        name(decision.say()),
        by.address(),
        JobFacts.lower(by.how().name()),
        decision.at(),
        words(decision.say()),
        decision.digest(),
        decision.display());
  }

  private static String name(Say say) {
    return switch (say) {
      case Say.Approve _ -> "approve";
      case Say.Reject _ -> "reject";
      case Say.RequestChanges _ -> "request_changes";
      case Say.Edit _ -> "edit";
      case Say.Delegate _ -> "delegate";
    };
  }

  private static @Nullable String words(Say say) {
    return switch (say) {
      case Say.Approve _, Say.Edit _ -> null;
      case Say.Reject(var why) -> why;
      case Say.RequestChanges(var what) -> what;
      case Say.Delegate(var to) -> to;
    };
  }
}
