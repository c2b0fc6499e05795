package dev.countersign.workflow;

import dev.countersign.job.Raise;
import dev.countersign.job.Shortfall;
import dev.countersign.job.Spending;

/// What a person can do about a job that has stopped for want of money.
final class ExhaustedRemedy {
  private ExhaustedRemedy() {}

  static String of(Spending spending, Shortfall lacks) {
    return switch (lacks.budget()) {
      case OWNER_MONTH ->
          "Wait for the next month and retry, or have the operator raise"
              + " countersign.model.budget.owner-month; or cancel.";
      case JOB ->
          Raise.of(spending, lacks)
              .map(ExhaustedRemedy::asks)
              .orElseGet(() -> stopped(spending, lacks));
    };
  }

  private static String asks(Raise raise) {
    return "Its submitter or an operator can let it spend more, up to %s: on its page, or by POST to its retry with {\"budget\": \"%s\"}. It goes on from the step it stopped at. Or cancel."
        .formatted(Spending.words(raise.limit()), raise.to().toPlainString());
  }

  private static String stopped(Spending spending, Shortfall lacks) {
    if (lacks.most().compareTo(spending.most()) < 0)
      return "This deployment allows a job no more: have the operator raise"
          + " countersign.model.budget.job, then retry; or cancel.";
    if (spending.most().compareTo(spending.limit()) < 0)
      return "Retry with a higher budget, of at most %s, or cancel."
          .formatted(Spending.words(spending.limit()));
    return "Its workflow allows a job no more than that: submit it with less to read, or cancel.";
  }
}
