package dev.countersign.model;

import dev.countersign.store.CallRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When a long answer is looked for: soon at first, then less and less often. Whoever has a webhook
/// needs this only for those that were lost.
@ApplicationScoped
class LookTimes {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private final InstantSource clock;

  LookTimes(InstantSource clock) {
    this.clock = clock;
  }

  /// The next time, after `call.looks()` of them.
  Instant after(CallRow call) {
    var wait = FIRST.multipliedBy(1L << Math.min(call.looks(), 10));
    return clock.instant().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }
}
