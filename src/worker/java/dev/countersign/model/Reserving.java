package dev.countersign.model;

import dev.countersign.job.Budget;
import dev.countersign.store.Reservation;
import java.math.BigDecimal;
import java.time.Instant;

/// What came of asking the budgets for a call's worst case.
public sealed interface Reserving {
  /// The call may be made; the caller's writes are done.
  record Reserved() implements Reserving {}

  /// There is not that much left, whatever comes back from other calls.
  ///
  /// @param most that may be spent of it
  /// @param left that is not spent yet
  record Exhausted(Budget budget, BigDecimal most, BigDecimal left) implements Reserving {}

  /// There would be, but other calls hold it: ask again then, under the same name, and keep the
  /// place in the line.
  record NotBefore(Budget budget, Instant at) implements Reserving {}

  /// This call was reserved before, with the caller's writes.
  record Before(Reservation.Standing standing) implements Reserving {}

  /// A condition of the caller's writes did not hold: nothing is reserved.
  record Refused() implements Reserving {}
}
