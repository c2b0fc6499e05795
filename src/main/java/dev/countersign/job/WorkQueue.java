package dev.countersign.job;

import java.time.Duration;

/// Where a job is put so that a worker takes it: the one port that closes the loop.
public interface WorkQueue {
  /// Delivered at least once, not before `delay` (at most 15 minutes; longer waits are the
  /// sweeper's). A lost message is found by the job's wake-up time.
  void send(Job job, Duration delay);
}
