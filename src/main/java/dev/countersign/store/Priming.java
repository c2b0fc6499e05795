package dev.countersign.store;

/// Uses a part of the code once before a snapshot is taken, so that its classes are loaded and
/// linked in it. Touches no network, asks for no credentials, and leaves nothing behind.
@FunctionalInterface
public interface Priming {
  void prime() throws Exception;
}
