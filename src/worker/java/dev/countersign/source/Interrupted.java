package dev.countersign.source;

/// Reading has to stop because its time is up.
final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Interrupted() {
    super("reading was told to stop", null, false, false);
  }

  /// Called in each inner loop of a reader, so that a document that overruns ends its thread.
  static void check() {
    if (Thread.currentThread().isInterrupted()) throw new Interrupted();
  }
}
