package dev.countersign.store;

import dev.countersign.job.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/// The worst that a call can cost, to be taken out of two budgets before it is made.
///
/// @param call its id; the same is reserved once
/// @param owner whose month it is paid from
/// @param month in which it counts, also when it is settled in the next
/// @param worst in USD
/// @param until when the sweeper gives it back, unless it was settled
public record Reservation(
    JobId job, String call, String owner, YearMonth month, BigDecimal worst, Instant until) {
  public Reservation {
    if (worst.signum() < 0) throw new IllegalArgumentException("less than no money: " + worst);
  }

  /// How it stands in the table.
  public enum Standing {
    /// The money is out of the budgets, the call's cost is not known.
    HELD,
    /// The call's cost is known, and in the budgets.
    SETTLED,
    /// The money is back in the budgets, because nothing is known to have been spent.
    RELEASED
  }
}
