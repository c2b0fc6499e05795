package dev.countersign.model.openai;

import java.time.Duration;

/// A limit that runs from when it was set, over all tries.
final class TimeLeft {
  private final Duration limit;
  private final long end;

  TimeLeft(Duration limit) {
    this.limit = limit;
    end = System.nanoTime() + limit.toNanos();
  }

  Duration limit() {
    return limit;
  }

  /// Not positive when it has run out.
  Duration now() {
    return Duration.ofNanos(end - System.nanoTime());
  }
}
