package dev.countersign.job;

import java.math.BigDecimal;
import java.util.Locale;

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

  /// As people read it, e.g. `1,250.00 EUR`, with every decimal that it has and at least two.
  public String words() {
    return String.format(Locale.ROOT, "%,." + Math.max(2, value.scale()) + "f %s", value, currency);
  }

  @Override
  public String toString() {
    return decimal() + " " + currency;
  }
}
