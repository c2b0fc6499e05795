package dev.countersign.http;

import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.job.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a decision did not count, as problems of the API.
public final class DecisionProblems {
  private DecisionProblems() {}

  /// The digest that `If-Match` (RFC 9110, section 13.1.1) names.
  ///
  /// @throws ProblemException 428 without one (RFC 6585, section 3), 412 for another digest
  static String matched(@Nullable String ifMatch, Approval approval) {
    var digest = approval.gate().digest();
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*"))
      throw ProblemDetails.of(
              428,
              "digest-needed",
              "Say what you decide on",
              "A decision is for one exact proposal; the request does not name it.",
              "Send If-Match with the ETag of GET /approvals/" + approval.gate().approval() + ".")
          .about(approval.job().id())
          .thrown();
    if (!ifMatch.strip().equals('"' + digest + '"')) throw changed(approval).thrown();
    return digest;
  }

  /// Empty when the decision is recorded.
  public static Optional<ProblemDetails> of(Answer answer, Approval approval) {
    return switch (answer) {
      case Answer.Recorded _ -> Optional.empty();
      case Answer.Settled _ -> Optional.of(settled(approval));
      case Answer.Changed _ -> Optional.of(changed(approval));
      case Answer.Refused(_, var reason, var why) -> Optional.of(refused(approval, reason, why));
      case Answer.NotEditable _ -> Optional.of(notEditable(approval));
      case Answer.Missing _ -> Optional.of(ProblemDetails.notFound("The approval"));
    };
  }

  private static ProblemDetails settled(Approval approval) {
    return ProblemDetails.of(
            409,
            "already-settled",
            "This is settled already",
            "The request was decided, has expired or was canceled; nothing more happened.",
            "Look at it again: GET /approvals/" + approval.gate().approval() + ".")
        .about(approval.job().id());
  }

  private static ProblemDetails changed(Approval approval) {
    return ProblemDetails.of(
            412,
            "proposal-changed",
            "This is not what is proposed",
            "What was shown to you is not, byte for byte, what would go out now. Nothing was sent.",
            "Open the newest request and look again; if there is none, cancel the job.")
        .about(approval.job().id());
  }

  private static ProblemDetails refused(Approval approval, Verdict.Reason reason, String why) {
    var ask = "Ask one of: " + String.join(", ", approval.gate().reviewers()) + ".";
    return switch (reason) {
      case NOT_YOUR_TURN -> may(approval, 403, "not-your-turn", "It is not your turn", why, ask);
      case ALREADY_SAID -> may(approval, 409, "already-said", "You have said so", why, ask);
      case SIGN_IN_NEEDED ->
          may(
              approval,
              403,
              "sign-in-needed",
              "Sign in to approve this",
              why,
              "Sign in and decide at /ui/approvals/" + approval.gate().approval() + ".");
      case DELEGATE_NOT_ALLOWED ->
          may(
              approval,
              422,
              "delegate-not-allowed",
              "They cannot decide instead",
              why,
              "Hand it to somebody whom the policy names for that: see delegates.");
      case NOT_ELIGIBLE, NOT_IN_THIS_STATE, STALE_FENCE, HELD_BY_ANOTHER, TOO_EARLY, TOO_LATE ->
          may(approval, 403, "not-eligible", "You may not decide on this", why, ask);
      case POISON, PROPOSAL_CHANGED, OUTCOME_UNKNOWN, OTHER_STEP, OVER_LIMIT ->
          may(approval, 403, "not-eligible", "You may not decide on this", why, ask);
    };
  }

  private static ProblemDetails may(
      Approval approval, int status, String name, String title, String why, String remedy) {
    return ProblemDetails.of(status, name, title, why, remedy)
        .about(approval.job().id())
        .decidedBy(approval.gate().reviewers());
  }

  private static ProblemDetails notEditable(Approval approval) {
    return ProblemDetails.of(
            422,
            "not-editable",
            "This cannot be worded anew",
            "Only the subject and the text of an e-mail can be edited, by its place in actions.",
            "Ask for changes instead, or reject.")
        .about(approval.job().id());
  }
}
