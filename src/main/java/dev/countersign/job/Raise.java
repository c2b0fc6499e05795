package dev.countersign.job;

import dev.countersign.job.JobState.Failed;
import java.math.BigDecimal;
import java.util.Optional;

/// What a job that has stopped asks its people for: to be let spend more.
///
/// @param from what it may spend now, in USD
/// @param to what would let it go on; a proposal
/// @param limit the most that anybody may let it spend
public record Raise(BigDecimal from, BigDecimal to, BigDecimal limit) {
  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  /// What the job asks for; empty for one that does not ask, or that no raise would help.
  public static Optional<Raise> askedBy(Job job) {
    var spending = job.plan().spending();
    if (spending == null || !(job.state() instanceof Failed(var failure, _, _)))
      return Optional.empty();
    return Optional.ofNullable(failure.shortfall()).flatMap(lacks -> of(spending, lacks));
  }

  /// What a job with that contract asks for when it lacks that.
  public static Optional<Raise> of(Spending spending, Shortfall lacks) {
    boolean asks =
        spending.onExhausted() == Spending.OnExhausted.ASK
            && lacks.budget() == Budget.JOB
            && lacks.most().compareTo(spending.most()) >= 0
            && lacks.enough().compareTo(spending.limit()) <= 0;
    if (!asks) return Optional.empty();
    var enough = Spending.roundedUp(lacks.enough().max(spending.most().multiply(TWICE)));
    return Optional.of(new Raise(spending.most(), enough.min(spending.limit()), spending.limit()));
  }
}
