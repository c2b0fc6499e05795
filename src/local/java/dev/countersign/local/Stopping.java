package dev.countersign.local;

import org.jboss.logging.Logger;

/// Stopping what is going away anyway: what goes wrong is said, and the rest is stopped all the
/// same.
final class Stopping {
  private static final Logger LOG = Logger.getLogger(Stopping.class);

  private Stopping() {}

  /// One thing to stop.
  interface Stop {
    void run() throws Exception;
  }

  static void of(String what, Stop stop) {
    try {
      stop.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warnf("%s did not stop cleanly: %s", what, e);
    }
  }
}
