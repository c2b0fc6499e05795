package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.job.Verdict;

/// Says to somebody who may not decide why that is, and who may.
final class CannotDecide {
  private CannotDecide() {}

  static String words(Approval approval, Verdict.Refused not) {
    var others = String.join(", ", approval.gate().reviewers());
    return "You may look, but not decide. %s%s"
        .formatted(not.message(), others.isEmpty() ? "" : " Who may: %s.".formatted(others));
  }
}
