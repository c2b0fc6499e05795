package dev.countersign.local;

import org.jboss.logging.Logger;

/// Stopping what is going away anyway: what goes wrong is said, and the rest is stopped all the
/// same. Public, because a process that ends may load it by another class loader than its caller.
public final class Stopping {
  private static final Logger LOG = Logger.getLogger(Stopping.class);

  private Stopping() {}

  public static void of(String what, AutoCloseable stop) {
    try {
      stop.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warnf("%s did not stop cleanly: %s", what, e);
    }
  }
}
