package dev.countersign.store;

import java.math.BigDecimal;
import java.time.Instant;

/// Which part of an owner's month one who asks may take from: those who came before and still wait
/// must find theirs.
public sealed interface Share {
  /// @return what must be there, in USD, for the reservation to be made
  BigDecimal needed();

  /// Has not looked whether there is a line, and is served only where there is none.
  record Newcomer(BigDecimal needed, Instant now) implements Share {}

  /// Knows its place in the line.
  ///
  /// @param needed its own worst and that of all before it
  record InLine(BigDecimal needed) implements Share {}
}
