package dev.countersign.source;

/// A box on a PDF page in its own coordinates, from the bottom left.
record Area(float left, float bottom, float right, float top) {
  static final Area EVERYWHERE = new Area(-1e6f, -1e6f, 1e6f, 1e6f);

  Area with(float x, float y) {
    return new Area(Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y));
  }

  Area within(Area other) {
    return new Area(
        Math.max(left, other.left),
        Math.max(bottom, other.bottom),
        Math.min(right, other.right),
        Math.min(top, other.top));
  }

  boolean holds(float x, float y) {
    return x >= left && x <= right && y >= bottom && y <= top;
  }

  float size() {
    return Math.max(0, right - left) * Math.max(0, top - bottom);
  }
}
