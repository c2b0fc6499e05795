package dev.countersign.submit;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Stops a job, and answers with what that stopped: the job is `canceled` with its receipt, or
/// still `approved` while an attempt at an effect comes to its end.
@ApplicationScoped
public class CancelJob {
  private static final Logger LOG = Logger.getLogger(CancelJob.class);
  private final MoveJob moves;
  private final WorkQueue queue;
  private final InstantSource clock;

  CancelJob(MoveJob moves, WorkQueue queue, InstantSource clock) {
    this.moves = moves;
    this.queue = queue;
    this.clock = clock;
  }

  /// @param by who asks, as authentication says; the caller has checked that they may
  public Asked cancel(JobId job, String by) {
    var asked = moves.apply(job, () -> new JobEvent.CancelAsked(clock.instant(), by));
    if (asked instanceof Asked.Done(var after)) stop(after);
    return asked;
  }

  /// What a model does for it in the background is stopped there by a worker.
  private void stop(Job job) {
    try {
      queue.send(job, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warnf(e, "The message for %s was not sent; the sweeper will stop its calls.", job.id());
    }
  }
}
