package dev.countersign.effect;

/// How one attempt to do something in the world ended.
public sealed interface Attempt {
  /// It happened; `reference` is what the receiver calls it.
  record Done(String reference) implements Attempt {}

  /// It certainly did not happen; another try may succeed.
  record NotDone(String why) implements Attempt {}

  /// It certainly did not happen, and will not by trying again.
  record Impossible(String why) implements Attempt {}

  /// Nobody can say whether it happened; it must not be tried again.
  record Unknown(String why) implements Attempt {}
}
