package dev.countersign.job;

import java.time.Duration;
import java.time.Instant;

/// The right of one worker to go on with a job, for a time. The job's fence, not the time, keeps a
/// worker whose lease has passed on from writing.
public record Lease(String holder, Instant since, Instant until) {
  /// How long a lease lasts without a heartbeat.
  public static final Duration LENGTH = Duration.ofSeconds(60);

  /// How often a working lease is extended.
  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /// What a taker adds to a lease's end for clocks that differ.
  public static final Duration SKEW = Duration.ofSeconds(5);

  public boolean lapsedAt(Instant now) {
    return now.isAfter(until.plus(SKEW));
  }
}
