package dev.countersign.worker;

import dev.countersign.model.trace.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/// What this process runs on: a Lambda function, or something of our own.
@ApplicationScoped
class Host {
  private static final Logger LOG = Logger.getLogger(Host.class);
  private final boolean function;
  private final Tracing tracing;

  @Inject
  Host(WorkerConfig config, Tracing tracing) {
    this(config.function().isPresent(), tracing);
  }

  Host(boolean function, Tracing tracing) {
    this.function = function;
    this.tracing = tracing;
  }

  boolean isFunction() {
    return function;
  }

  /// An invocation is over: a function may be frozen now, with all that it has not sent.
  void rests() {
    if (function) tracing.flush();
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
