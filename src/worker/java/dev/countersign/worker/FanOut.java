package dev.countersign.worker;

import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import dev.countersign.workflow.StepContext.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Works on several items at a time, but never on more than `most`. All are tried, so that what one
/// try finishes the next need not do again.
record FanOut(int most) {
  private static final Logger LOG = Logger.getLogger(FanOut.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// In the items' order. When items fail, the first fatal failure counts, else the first, and a
  /// wait only where none failed.
  <T, R> List<R> each(List<T> items, Work<T, R> work) throws Exception {
    var calls = items.stream().<Callable<R>>map(item -> () -> work.on(item)).toList();
    var threads = Thread.ofPlatform().daemon().name("fan-out-", 0).factory();
    var pool = Executors.newFixedThreadPool(most, threads);
    try {
      return results(pool.invokeAll(calls));
    } finally {
      end(pool);
    }
  }

  /// None of its threads goes on after this, unless one ignores that it is interrupted.
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        LOG.error("An item was told to end and goes on; what it stores is refused.");
    } catch (InterruptedException _) {
      interrupted = true;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private static <R> List<R> results(List<Future<R>> ended) throws Exception {
    var results = new ArrayList<R>();
    var faults = new ArrayList<Throwable>();
    for (var future : ended) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        faults.add(e.getCause() == null ? e : e.getCause());
      }
    }
    if (faults.isEmpty()) return results;
    var counts = faults.stream().min(Comparator.comparing(FanOut::rank)).orElseThrow();
    switch (counts) {
      case Error error -> throw error;
      case Exception fault -> throw fault;
      default -> throw new IllegalStateException(counts);
    }
  }

  /// What no other try mends comes first, what is only a wait last, and then the shortest.
  private static Instant rank(Throwable fault) {
    return switch (fault) {
      case Fatal _, ModelFault _ -> Instant.MIN;
      case Park park -> park.until();
      default -> Instant.EPOCH;
    };
  }
}
