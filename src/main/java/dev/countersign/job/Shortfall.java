package dev.countersign.job;

import java.math.BigDecimal;

/// A question to a model that was not asked because there was no money for its worst case.
///
/// @param budget which of the two had too little
/// @param most that may be spent of it, in USD
/// @param left that is not spent yet
/// @param needed what the question could have cost
public record Shortfall(Budget budget, BigDecimal most, BigDecimal left, BigDecimal needed) {
  /// Names and figures, for people and logs.
  public String words() {
    var whose =
        switch (budget) {
          case JOB -> "The job's";
          case OWNER_MONTH -> "Its owner's monthly";
        };
    return "%s budget for models is %s, %s of it is left, and the next question may cost %s."
        .formatted(whose, Spending.words(most), Spending.words(left), Spending.words(needed));
  }

  /// What the budget would have to be for the question to be asked.
  BigDecimal enough() {
    return most.subtract(left).add(needed);
  }
}
