package dev.countersign.worker;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A provider that counts what it is asked, minute by minute, and what it could charge; knows
/// nothing of the table.
final class SharedProvider {
  private final Map<Long, Integer> requests = new HashMap<>();
  private final Map<Long, Long> tokens = new HashMap<>();
  private BigDecimal charged = BigDecimal.ZERO;
  private BigDecimal possible = BigDecimal.ZERO;
  private BigDecimal mostPossible = BigDecimal.ZERO;
  private int asked;

  /// @param worst what it will charge for it at most, in USD
  synchronized void asked(Instant at, long size, BigDecimal worst) {
    long minute = at.getEpochSecond() / 60;
    requests.merge(minute, 1, Integer::sum);
    tokens.merge(minute, size, Long::sum);
    asked++;
    possible = possible.add(worst);
    mostPossible = mostPossible.max(charged.add(possible));
  }

  synchronized void answered(BigDecimal worst, BigDecimal cost) {
    possible = possible.subtract(worst);
    charged = charged.add(cost);
  }

  synchronized int asked() {
    return asked;
  }

  /// How many requests it got in each minute, by the minute since 1970.
  synchronized Map<Long, Integer> minutes() {
    return Map.copyOf(requests);
  }

  synchronized int mostRequestsInAMinute() {
    return requests.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  synchronized long mostTokensInAMinute() {
    return tokens.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /// The most that it had charged and could have charged for what was open, at any time.
  synchronized BigDecimal mostAtRisk() {
    return mostPossible;
  }

  /// What it could charge for what it has not answered yet.
  synchronized BigDecimal open() {
    return possible;
  }

  synchronized BigDecimal charged() {
    return charged;
  }
}
