package dev.countersign.submit;

import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Stops a job, and answers with what that stopped: the job is `canceled` with its receipt, or
/// still `approved` while an attempt at an effect comes to its end.
@ApplicationScoped
public class CancelJob {
  private final MoveJob moves;
  private final InstantSource clock;

  CancelJob(MoveJob moves, InstantSource clock) {
    this.moves = moves;
    this.clock = clock;
  }

  /// @param by who asks, as authentication says; the caller has checked that they may
  public Asked cancel(JobId job, String by) {
    return moves.apply(job, () -> new JobEvent.CancelAsked(clock.instant(), by));
  }
}
