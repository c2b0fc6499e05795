package dev.countersign.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before another try: exponential, with full jitter, so that jobs which failed
/// together do not come back together.
record Backoff(Duration first, Duration most) {
  static final Backoff USUAL = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

  /// @param attempt the try that failed, from 1
  Duration after(int attempt, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(ceiling(attempt).toMillis() + 1));
  }

  Duration ceiling(int attempt) {
    int doublings = Math.clamp(attempt - 1, 0, 30);
    var grown = first.multipliedBy(1L << doublings);
    return grown.compareTo(most) < 0 ? grown : most;
  }
}
