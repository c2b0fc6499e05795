package dev.countersign.http;

import dev.countersign.approval.DecideApproval.Answer;
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
      case Answer.NotEligible(_, var why) -> Optional.of(notEligible(approval, why));
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

  private static ProblemDetails notEligible(Approval approval, String why) {
    return ProblemDetails.of(
            403,
            "not-eligible",
            "You may not decide on this",
            why,
            "Ask one of: " + String.join(", ", approval.gate().reviewers()) + ".")
        .about(approval.job().id());
  }
}
