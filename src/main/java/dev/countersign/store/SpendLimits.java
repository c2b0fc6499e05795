package dev.countersign.store;

import dev.countersign.job.Budget;
import java.math.BigDecimal;

/// The most that may be spent, in USD.
///
/// @param job by the job that asks
/// @param month by all jobs of its owner in one month
public record SpendLimits(BigDecimal job, BigDecimal month) {
  BigDecimal of(Budget budget) {
    return switch (budget) {
      case JOB -> job;
      case OWNER_MONTH -> month;
    };
  }
}
