package dev.countersign.job;

import java.math.BigDecimal;

/// An amount of money that is at stake. What is hashed or signed has it as a decimal string.
///
/// @param currency three capital letters (ISO 4217)
public record Amount(BigDecimal value, String currency) {
  public Amount {
    if (!currency.matches("[A-Z]{3}"))
      throw new IllegalArgumentException("not a currency: " + currency);
  }

  /// E.g. `1250.00`, never with an exponent.
  public String decimal() {
    return value.toPlainString();
  }

  @Override
  public String toString() {
    return decimal() + " " + currency;
  }
}
