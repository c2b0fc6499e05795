package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// How a budget stands, in USD, exactly. `available` is below zero only after a call whose
/// reservation was given back, or too small, turned out to have been paid for.
///
/// @param most that may be spent
/// @param available that may still be reserved
/// @param spent on what was settled
@RegisterForReflection
public record Balance(BigDecimal most, BigDecimal available, BigDecimal spent) {
  private static final int CENTS = 2;

  public Balance {
    most = plain(most);
    available = plain(available);
    spent = plain(spent);
  }

  public static Balance untouched(BigDecimal most) {
    return new Balance(most, most, BigDecimal.ZERO);
  }

  /// Reserved for calls that are not settled yet.
  public BigDecimal held() {
    return left().subtract(available);
  }

  /// What is not spent yet, the reserved with it.
  public BigDecimal left() {
    return most.subtract(spent);
  }

  /// Cents, and more digits only where there are.
  private static BigDecimal plain(BigDecimal usd) {
    var shortest = usd.stripTrailingZeros();
    return shortest.scale() < CENTS ? shortest.setScale(CENTS) : shortest;
  }
}
