package dev.countersign.http;

import dev.countersign.job.ReviewTerms;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A policy as the API shows it.
///
/// @param deciders addresses, or `role:NAME`
/// @param approvals how many different people must approve
/// @param signIn `high_risk` or `always`: when a link alone is not enough to approve
/// @param delegates whom a say may be handed to, beside those it is escalated to
@RegisterForReflection
@Wire
public record PolicyView(
    List<String> deciders,
    int approvals,
    boolean inOrder,
    boolean submitterMay,
    String signIn,
    long livesSeconds,
    List<Long> remindAfterSeconds,
    List<EscalationView> escalations,
    List<String> delegates) {

  @RegisterForReflection
  @Wire
  public record EscalationView(long afterSeconds, List<String> to) {}

  static PolicyView of(ReviewTerms terms) {
    return new PolicyView(
        terms.deciders(),
        terms.quorum(),
        terms.inOrder(),
        terms.submitterMay(),
        JobFacts.lower(terms.signIn().name()),
        terms.lives().toSeconds(),
        terms.reminders().stream().map(after -> after.toSeconds()).toList(),
        terms.escalations().stream()
            .map(step -> new EscalationView(step.after().toSeconds(), step.to()))
            .toList(),
        terms.delegates());
  }
}
