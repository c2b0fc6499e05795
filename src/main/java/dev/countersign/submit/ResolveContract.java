package dev.countersign.submit;

import dev.countersign.job.Contract;
import dev.countersign.job.Plan;
import dev.countersign.job.Spending;
import dev.countersign.workflow.Bounds;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A workflow's contract as it will hold for one job: within what this deployment allows, and
/// narrower as the submitter wishes.
@ApplicationScoped
public class ResolveContract {
  /// Less is over before a worker has begun.
  static final Duration LEAST_TIME = Duration.ofSeconds(10);

  private final BigDecimal cap;

  /// @param cap what this deployment allows a job to spend on models, in USD
  ResolveContract(
      @ConfigProperty(name = "countersign.model.budget.job", defaultValue = Spending.USUAL_CAP)
          BigDecimal cap) {
    this.cap = cap;
  }

  /// What a job of that workflow may take when its submitter says nothing.
  public Contract usual(Workflow workflow) {
    return Contract.of(plan(workflow.plan(), Bounds.USUAL));
  }

  /// The first thing that is wrong with a wish; empty when nothing is.
  Optional<Problem> problem(Workflow workflow, Bounds wish) {
    var usual = plan(workflow.plan(), Bounds.USUAL);
    return time(usual.workLimit(), wish).or(() -> budget(workflow, usual, wish));
  }

  /// The plan within those bounds, which are as they must be.
  Plan plan(Plan plan, Bounds wish) {
    var time = Objects.requireNonNullElse(wish.time(), plan.workLimit());
    var terms = Objects.requireNonNullElse(plan.spending(), Spending.NOTHING).within(cap);
    var budget = Objects.requireNonNullElse(wish.budget(), terms.most());
    return plan.within(time).spending(terms.spending(budget));
  }

  private static Optional<Problem> time(Duration most, Bounds wish) {
    var time = wish.time();
    if (time == null) return Optional.empty();
    var remedy = "Send time_limit from %s to %s, or leave it out.".formatted(LEAST_TIME, most);
    if (time.compareTo(most) > 0)
      return wider(
          "time_limit is %s, and the workflow works for %s at most.".formatted(time, most), remedy);
    return time.compareTo(LEAST_TIME) < 0
        ? Optional.of(
            new Problem(
                Problem.Kind.BAD_INPUT,
                "time_limit is %s, and no job is done in that.".formatted(time),
                remedy))
        : Optional.empty();
  }

  private static Optional<Problem> budget(Workflow workflow, Plan usual, Bounds wish) {
    var budget = wish.budget();
    var terms = usual.spending();
    if (budget == null || terms == null || budget.compareTo(terms.limit()) <= 0)
      return Optional.empty();
    return terms.nothing()
        ? wider(workflow.name() + " asks no model, so it takes no budget.", "Leave budget out.")
        : wider(
            "budget is %s USD, and a job of %s may spend %s USD at most."
                .formatted(budget.toPlainString(), workflow.name(), terms.limit().toPlainString()),
            "Send budget from 0 to %s, or leave it out for %s."
                .formatted(terms.limit().toPlainString(), terms.most().toPlainString()));
  }

  private static Optional<Problem> wider(String detail, String remedy) {
    return Optional.of(new Problem(Problem.Kind.CONTRACT_WIDENED, detail, remedy));
  }
}
