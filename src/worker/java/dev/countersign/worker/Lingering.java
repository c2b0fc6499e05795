package dev.countersign.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Threads that were told to end and did not. They can store nothing any more that counts, but a
/// function with one in it must not be frozen and used again.
@ApplicationScoped
class Lingering {
  private static final Logger LOG = Logger.getLogger(Lingering.class);

  private final Duration patience;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /// @param patience how long a thread may take to end when it is told to; well under
  ///   [TimeLeft#MARGIN]
  Lingering(Duration patience) {
    this.patience = patience;
  }

  Lingering() {
    this(Duration.ofSeconds(5));
  }

  /// Tells it to end, unless it has, and waits until it did.
  void end(Thread thread) {
    if (thread.isAlive()) thread.interrupt();
    joined(thread);
  }

  /// Waits until it ended; it is about to.
  void joined(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      if (thread.join(patience)) return;
    } catch (InterruptedException _) {
      interrupted = true;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
    threads.add(thread);
    LOG.errorf("%s was told to end and goes on; what it stores is refused", thread.getName());
  }

  boolean any() {
    threads.removeIf(thread -> !thread.isAlive());
    return !threads.isEmpty();
  }
}
