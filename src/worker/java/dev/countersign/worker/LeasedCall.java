package dev.countersign.worker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Makes a call in a thread of its own while this one keeps the lease alive. The call is
/// interrupted when its time is up or the lease is gone. When `make` returns, its thread has ended
/// or is known to [Lingering], and no heartbeat outlives it, so that a function may be frozen as
/// soon as it has answered.
///
/// @param every how often the heartbeat is
/// @param beat false when the lease is gone
record LeasedCall(Duration every, BooleanSupplier beat, Lingering lingering) {
  private static final Logger LOG = Logger.getLogger(LeasedCall.class);

  /// How the call ended.
  sealed interface End<T> {
    record Returned<T>(T value) implements End<T> {}

    record Threw<T>(Throwable fault) implements End<T> {}

    record TimedOut<T>(Duration limit) implements End<T> {}

    record LeaseLost<T>() implements End<T> {}
  }

  /// Platform threads: steps compute, and would keep heartbeats from the few virtual carriers.
  <T> End<T> make(String name, Duration limit, Callable<T> call) {
    var task = new FutureTask<>(call);
    var thread = Thread.ofPlatform().daemon().name(name).start(task);
    try {
      return await(task, limit, System.nanoTime() + limit.toNanos());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new End.LeaseLost<>();
    } finally {
      if (task.isDone()) lingering.joined(thread);
      else lingering.end(thread);
    }
  }

  private <T> End<T> await(FutureTask<T> task, Duration limit, long deadline)
      throws InterruptedException {
    while (true) {
      long left = deadline - System.nanoTime();
      if (left <= 0) return new End.TimedOut<>(limit);
      try {
        return new End.Returned<>(task.get(Math.min(left, every.toNanos()), TimeUnit.NANOSECONDS));
      } catch (ExecutionException e) {
        return new End.Threw<>(e.getCause() == null ? e : e.getCause());
      } catch (TimeoutException _) {
        if (deadline - System.nanoTime() > 0 && !beats()) return new End.LeaseLost<>();
      }
    }
  }

  /// A heartbeat that could not be told is not a lost lease: the fence decides at the commit.
  private boolean beats() {
    try {
      return beat.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warnf("A heartbeat failed (%s); trying again.", e.getClass().getSimpleName());
      return true;
    }
  }
}
