package dev.countersign.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A run of characters without white space, with its box on the page in points from the top left.
///
/// @param text as written, NFC, ligatures resolved, soft hyphens dropped
/// @param fontSize in points; 0 where the format has none
@RegisterForReflection
public record Word(
    String text, float x, float y, float width, float height, float fontSize, boolean bold) {
  public float right() {
    return x + width;
  }

  public float bottom() {
    return y + height;
  }
}
