package dev.countersign.model;

import dev.countersign.job.Job;
import java.time.Duration;
import java.time.Instant;

/// A job at a step that this worker tries, until that time.
public record Held(Job job, Instant until) {
  /// What storing an answer may take; asking ends that long before the try does.
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /// How long a call may take that begins now; not positive when there is no time for one.
  Duration leaves(Duration most, Instant now) {
    var left = Duration.between(now, until).minus(MARGIN);
    return left.compareTo(most) < 0 ? left : most;
  }
}
