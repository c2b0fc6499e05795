package dev.countersign.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/// What this process runs on: a Lambda function, or something of our own.
@ApplicationScoped
class Host {
  private static final Logger LOG = Logger.getLogger(Host.class);
  private final boolean function;

  @Inject
  Host(WorkerConfig config) {
    this(config.function().isPresent());
  }

  Host(boolean function) {
    this.function = function;
  }

  boolean isFunction() {
    return function;
  }

  /// Not to be used again: Lambda starts another in its place. A process of our own goes on; its
  /// threads are not frozen.
  void unfit() {
    if (!function) return;
    LOG.error("A step does not end; this function ends instead, and its message comes again.");
    halt();
  }

  void halt() {
    Runtime.getRuntime().halt(1);
  }
}
