package dev.countersign.model;

import java.time.Instant;

/// Whether a call may go out now, as far as the provider's limits are concerned.
public sealed interface Pace {
  /// @param window the minute in which it has its place
  record Go(long window) implements Pace {}

  /// There is a place for it then, and nobody else can take it: ask again in that minute.
  record NotBefore(Instant at) implements Pace {}

  /// It needs more tokens than there ever are in a minute.
  ///
  /// @param most that there are
  record TooLarge(long most) implements Pace {}
}
