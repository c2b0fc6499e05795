package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.job.Verdict;

/// Says to somebody who may not decide why that is, and who may.
final class CannotDecide {
  private CannotDecide() {}

  static String words(Approval approval, Verdict.Refused not) {
    var others = String.join(", ", approval.gate().reviewers());
    boolean done = not.reason() == Verdict.Reason.ALREADY_SAID;
    return "%s%s%s"
        .formatted(
            done ? "" : "You may look, but not decide. ",
            not.message(),
            others.isEmpty() ? "" : " %s: %s.".formatted(done ? "Asked now" : "Who may", others));
  }
}
