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
    return "Of the budget of %s USD (%s) %s are left, and the call may cost %s."
        .formatted(
            most.toPlainString(), budget.wireName(), left.toPlainString(), needed.toPlainString());
  }

  /// What the budget would have to be for the question to be asked.
  BigDecimal enough() {
    return most.subtract(left).add(needed);
  }
}
