package dev.countersign.notify;

/// A way of telling people what happened to a job. What it does may be done again after a crash,
/// and a second time must do no harm.
interface Channel {
  /// Under which the notice keeps how far it has got; e.g. `slack`.
  String name();

  /// Whether it is configured.
  boolean on();

  /// @throws RuntimeException when it could not; it is tried again
  Told tell(Facts facts);

  /// What came of telling.
  sealed interface Told {
    /// @param key what the channel calls the message; empty for none
    record Done(String key) implements Told {}

    /// Nobody is to be told by it, or not any more.
    record Skipped(String why) implements Told {}

    /// Another try may succeed; nothing personal in `why`.
    record NotNow(String why) implements Told {}

    /// No other try will.
    record Never(String why) implements Told {}
  }
}
