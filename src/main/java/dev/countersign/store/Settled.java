package dev.countersign.store;

import java.math.BigDecimal;

/// What came of ending a reservation.
public sealed interface Settled {
  /// Now, with the caller's writes.
  record Now(BigDecimal cost) implements Settled {}

  /// Before, and only then the caller's writes were done: what it had cost then stands.
  record Before(BigDecimal cost) implements Settled {}

  /// The condition of one of the caller's writes did not hold; nothing was written.
  record Refused() implements Settled {}

  /// Nothing was ever reserved under this id.
  record Unknown() implements Settled {}
}
