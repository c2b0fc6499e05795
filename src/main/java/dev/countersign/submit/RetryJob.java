package dev.countersign.submit;

import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sets a failed job going again from the step it stopped at. Never repeats an effect that is done
/// or unknown.
@ApplicationScoped
public class RetryJob {
  private static final Logger LOG = Logger.getLogger(RetryJob.class);
  private final MoveJob moves;
  private final WorkQueue queue;
  private final InstantSource clock;

  RetryJob(MoveJob moves, WorkQueue queue, InstantSource clock) {
    this.moves = moves;
    this.queue = queue;
    this.clock = clock;
  }

  public Asked retry(JobId id, String by) {
    return retry(id, by, null);
  }

  /// @param by who asks, as authentication says; the caller has checked that they may
  /// @param budget what it may spend on models from now on, in USD, up to its limit; null for as
  ///   much as before
  public Asked retry(JobId id, String by, @Nullable BigDecimal budget) {
    var asked = moves.apply(id, () -> new JobEvent.RetryAsked(clock.instant(), by, budget));
    if (asked instanceof Asked.Done(var job)) {
      try {
        queue.send(job, Duration.ZERO);
      } catch (RuntimeException e) {
        LOG.warnf(e, "The message for %s was not sent; the sweeper will find the job.", id);
      }
    }
    return asked;
  }
}
