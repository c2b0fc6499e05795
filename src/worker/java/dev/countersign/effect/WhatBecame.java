package dev.countersign.effect;

/// What a receiver says became of an attempt that had no clear end.
public sealed interface WhatBecame {
  /// It happened; `reference` is what the receiver calls it.
  record Happened(String reference) implements WhatBecame {}

  /// It did not, and the same may be tried again.
  record DidNot(String why) implements WhatBecame {}

  /// The receiver cannot be reached just now; it may be asked again.
  record AskLater(String why) implements WhatBecame {}

  /// The receiver cannot be asked, or does not know; a person must say.
  record CannotTell(String why) implements WhatBecame {}
}
