package dev.countersign.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a submitter wants one job to take at most, within what its workflow allows.
///
/// @param budget for models, in USD; null for as much as usual
/// @param time to work; null for as long as the workflow gives
public record Bounds(@Nullable BigDecimal budget, @Nullable Duration time) {
  public static final Bounds USUAL = new Bounds(null, null);
}
