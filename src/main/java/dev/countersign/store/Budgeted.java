package dev.countersign.store;

import dev.countersign.job.Budget;

/// What came of taking money out of the budgets. Except for `Held`, nothing was written.
public sealed interface Budgeted {
  /// It is held for the call; the caller's writes are done too.
  record Held() implements Budgeted {}

  /// A call of this id was reserved before; the caller's writes were done then.
  record Before(Reservation.Standing standing) implements Budgeted {}

  /// This budget has not that much at present, or has it and others wait for it.
  record Lacking(Budget budget, Balance balance) implements Budgeted {}

  /// The condition of one of the caller's writes did not hold.
  record Refused() implements Budgeted {}
}
