package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.JobEvent.RetryAsked;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a job that is set going again spend more than before, up to its limit and never less.
final class Raising {
  private Raising() {}

  /// Empty when nothing speaks against it.
  static Optional<Verdict> refused(Job job, @Nullable BigDecimal budget) {
    if (budget == null) return Optional.empty();
    var spending = job.plan().spending();
    if (spending == null) return over("%s has no budget of its own.".formatted(job.id()));
    if (budget.compareTo(spending.limit()) > 0)
      return over(
          "The budget of %s can be raised to %s at most, not to %s."
              .formatted(job.id(), Spending.words(spending.limit()), Spending.words(budget)));
    return budget.compareTo(spending.most()) < 0
        ? over(
            "The budget of %s is %s and can only be raised."
                .formatted(job.id(), Spending.words(spending.most())))
        : Optional.empty();
  }

  static Job raised(Job job, @Nullable BigDecimal budget) {
    var spending = job.plan().spending();
    return budget == null || spending == null
        ? job
        : job.withPlan(job.plan().spending(spending.spending(budget)));
  }

  /// Whether that has been asked before and the job goes on with it.
  static boolean repeated(Job job, RetryAsked e) {
    var spending = job.plan().spending();
    return e.budget() != null
        && spending != null
        && e.budget().compareTo(spending.most()) == 0
        && !job.state().terminal();
  }

  static Map<String, String> facts(Job job, @Nullable BigDecimal budget) {
    var facts = new HashMap<>(Map.of("step", job.currentStep().name()));
    var spending = job.plan().spending();
    if (budget == null || spending == null) return facts;
    facts.put("budget", spending.spending(budget).most().toPlainString());
    facts.put("budget_before", spending.most().toPlainString());
    return facts;
  }

  private static Optional<Verdict> over(String why) {
    return Optional.of(refuse(Verdict.Reason.OVER_LIMIT, why));
  }
}
