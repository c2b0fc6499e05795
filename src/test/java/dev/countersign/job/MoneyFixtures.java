package dev.countersign.job;

import static dev.countersign.job.JobFixtures.TRIVIAL;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.submitted;
import static dev.countersign.job.JobFixtures.taken;
import static dev.countersign.job.JobFixtures.trivialPlan;

import java.math.BigDecimal;

/// Jobs whose money for models is used up.
public final class MoneyFixtures {
  private MoneyFixtures() {}

  /// It has spent its money, and by its contract asks for more.
  public static Job aJobThatAsksForMoney() {
    var spending = Spending.upTo("0.50", "2.00", Spending.OnExhausted.ASK);
    return outOfMoney(submitted(TRIVIAL, trivialPlan().spending(spending)));
  }

  public static Job aCanceledJobThatAskedForMoney() {
    return moved(aJobThatAsksForMoney(), new JobEvent.CancelAsked(seconds(3), JobFixtures.OWNER));
  }

  /// A job whose next question to a model could cost 0.20 and has 0.10 left.
  public static Job outOfMoney(Job job) {
    var held = taken(job, seconds(1));
    var lacks =
        new Shortfall(
            Budget.JOB, new BigDecimal("0.50"), new BigDecimal("0.10"), new BigDecimal("0.20"));
    var failure =
        new Failure(Failure.Kind.BUDGET_EXHAUSTED, "one", lacks.words(), "Raise it.", lacks);
    return moved(held, new JobEvent.StepFatal(seconds(2), held.fence(), failure));
  }
}
