package dev.countersign.page;

import dev.countersign.job.ReviewTerms;
import dev.countersign.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says before a job is submitted whose approval it will wait for.
final class Promise {
  private static final String ROLE = "role:";

  private Promise() {}

  /// Null for a workflow that asks nobody.
  static @Nullable String of(Workflow workflow, String submitter) {
    return workflow.terms().map(terms -> words(terms, submitter)).orElse(null);
  }

  static String words(ReviewTerms terms, String submitter) {
    return "Nothing is sent before %s approved exactly that.".formatted(who(terms, submitter));
  }

  private static String who(ReviewTerms terms, String submitter) {
    int quorum = terms.quorum();
    var may =
        terms.deciders().stream()
            .filter(name -> terms.submitterMay() || !name.equals(submitter))
            .toList();
    boolean everybodyIsNamed = may.stream().noneMatch(name -> name.startsWith(ROLE));
    if (may.isEmpty() || (everybodyIsNamed && may.size() < quorum))
      return quorum == 1 ? "1 person besides you has" : quorum + " people besides you have";
    if (quorum == 1) return listed(may, "or", "anybody with the role ") + " has";
    var all = listed(may, "and", "those with the role ");
    return "%s%s%s have"
        .formatted(
            everybodyIsNamed && may.size() == quorum ? "" : quorum + " of ",
            all,
            terms.inOrder() ? ", one after the other," : "");
  }

  private static String listed(List<String> names, String last, String role) {
    var said =
        names.stream()
            .map(name -> name.startsWith(ROLE) ? role + name.substring(ROLE.length()) : name)
            .toList();
    int end = said.size() - 1;
    return end == 0
        ? said.getFirst()
        : "%s %s %s".formatted(String.join(", ", said.subList(0, end)), last, said.get(end));
  }
}
