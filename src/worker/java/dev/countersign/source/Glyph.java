package dev.countersign.source;

/// One character as drawn: its box in points from the top left, in the order of the file.
///
/// @param base the baseline
/// @param direction the angle at which it is drawn, in degrees; its box is seen from there
record Glyph(
    String text, float x, float base, float width, float fontSize, boolean bold, float direction) {
  float right() {
    return x + width;
  }
}
