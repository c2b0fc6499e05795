package dev.countersign.source;

/// One character as drawn: its box in points from the top left, in the order of the file.
///
/// @param base the baseline
/// @param turned drawn at an angle, so that it stands in no row
record Glyph(
    String text, float x, float base, float width, float fontSize, boolean bold, boolean turned) {
  float right() {
    return x + width;
  }
}
