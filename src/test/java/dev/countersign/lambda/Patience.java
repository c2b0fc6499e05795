package dev.countersign.lambda;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Looks at other processes until they are as they should be. Nothing tells when that is, so it
/// looks again and again.
final class Patience {
  private static final Duration MOST = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private Patience() {}

  /// @param what is waited for, to be told when it does not come
  static void until(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + MOST.toNanos();
    while (!holds.call()) {
      if (System.nanoTime() > end) throw new AssertionError("in vain: " + what);
      Thread.sleep(LOOK_EVERY);
    }
  }
}
