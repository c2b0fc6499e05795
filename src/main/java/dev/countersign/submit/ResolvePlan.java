package dev.countersign.submit;

import dev.countersign.job.Plan;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;

/// The plan of one job: its workflow's steps, who decides, and what it may take.
@ApplicationScoped
class ResolvePlan {
  private final ResolveTerms terms;
  private final ResolveContract contracts;

  ResolvePlan(ResolveTerms terms, ResolveContract contracts) {
    this.terms = terms;
    this.contracts = contracts;
  }

  sealed interface Resolved {
    record Planned(Plan plan) implements Resolved {}

    record Refused(Problem problem) implements Resolved {}
  }

  Resolved of(Workflow workflow, Submission submission) {
    var problem = contracts.problem(workflow, submission.bounds());
    if (problem.isPresent()) return new Resolved.Refused(problem.get());
    return switch (terms.of(workflow, submission.owner(), submission.narrowing())) {
      case ResolveTerms.Resolved.Unmet(var why) -> new Resolved.Refused(why);
      case ResolveTerms.Resolved.Terms(var resolved) ->
          new Resolved.Planned(contracts.plan(workflow.plan(resolved), submission.bounds()));
    };
  }
}
