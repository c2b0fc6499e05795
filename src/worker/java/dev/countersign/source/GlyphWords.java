package dev.countersign.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Characters to words: split at white space and at gaps, written as people write them.
final class GlyphWords {
  /// Gaps narrower than this part of the font size belong to the word.
  private static final float WORD_GAP = 0.15f;

  /// The same where bold begins or ends: a label and what follows it.
  private static final float STYLE_GAP = 0.05f;

  /// The same where the file has a space.
  private static final float SPACE_GAP = 0.03f;

  /// A step back by more than this part of the font size begins a new word.
  private static final float STEP_BACK = 0.3f;

  private static final float ASCENT = 0.8f;
  private static final float HEIGHT = 1.0f;

  /// A second print of the same glyph closer than this part of the font size only makes it bold.
  private static final float REPRINT = 0.12f;

  private final float upright;
  private final List<Placed> words = new ArrayList<>();
  private final Map<String, Placed> lastOfText = new HashMap<>();
  private final List<Glyph> current = new ArrayList<>();
  private boolean spaced;

  private GlyphWords(float upright) {
    this.upright = upright;
  }

  /// A word, the baseline it stands on, and its place in the order of the file.
  record Placed(Word word, float base, boolean turned, int order) {}

  /// @return the words in the order of the file
  static List<Placed> of(List<Glyph> glyphs) {
    GlyphWords words = new GlyphWords(usualDirection(glyphs));
    for (Glyph glyph : glyphs) words.add(glyph);
    words.finish();
    return words.words;
  }

  /// The direction of most characters: a drawing may be all in landscape.
  private static float usualDirection(List<Glyph> glyphs) {
    Map<Float, Long> counts =
        glyphs.stream()
            .collect(Collectors.groupingBy(Glyph::direction, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private void add(Glyph glyph) {
    if (glyph.text().isBlank()) {
      spaced = true;
      return;
    }
    if (!current.isEmpty() && isReprint(current.getLast(), glyph)) return;
    if (!current.isEmpty() && !continues(current.getLast(), glyph)) finish();
    current.add(glyph);
    spaced = false;
  }

  private static boolean isReprint(Glyph last, Glyph next) {
    float near = REPRINT * next.fontSize();
    return last.text().equals(next.text())
        && Math.abs(last.x() - next.x()) < near
        && Math.abs(last.base() - next.base()) < near;
  }

  private boolean continues(Glyph last, Glyph next) {
    float size = Math.max(1, Math.min(last.fontSize(), next.fontSize()));
    if (last.direction() != next.direction() || Math.abs(last.base() - next.base()) > 0.5f * size) {
      return false;
    }
    boolean leftwards =
        isRightToLeft(last.text()) && isRightToLeft(next.text()) && next.x() < last.x();
    float gap = leftwards ? last.x() - next.right() : next.x() - last.right();
    return gap < widestGap(last, next) * size && gap > -STEP_BACK * size;
  }

  /// A space that takes no room, as some writers draw a soft hyphen, does not part a word.
  private float widestGap(Glyph last, Glyph next) {
    if (spaced) return SPACE_GAP;
    return last.bold() == next.bold() ? WORD_GAP : STYLE_GAP;
  }

  private void finish() {
    if (current.isEmpty()) return;
    String text = written();
    Glyph first = current.getFirst();
    if (!text.isEmpty()) {
      float left = first.x();
      float right = first.right();
      float size = 0;
      for (Glyph glyph : current) {
        left = Math.min(left, glyph.x());
        right = Math.max(right, glyph.right());
        size = Math.max(size, glyph.fontSize());
      }
      float top = first.base() - ASCENT * size;
      Word word =
          new Word(text, left, top, right - left, HEIGHT * size, first.fontSize(), first.bold());
      place(new Placed(word, first.base(), first.direction() != upright, words.size()));
    }
    current.clear();
  }

  private void place(Placed word) {
    Placed same = lastOfText.put(word.word().text(), word);
    float near = REPRINT * word.word().fontSize();
    boolean reprint =
        same != null
            && Math.abs(same.word().x() - word.word().x()) < near
            && Math.abs(same.base() - word.base()) < near;
    if (!reprint) words.add(word);
  }

  private String written() {
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : current) text.append(glyph.text());
    boolean visualOrder =
        current.size() > 1
            && current.getFirst().x() < current.getLast().x()
            && text.codePoints().allMatch(GlyphWords::isRightToLeft);
    return PlainText.of(visualOrder ? text.reverse().toString() : text.toString());
  }

  static boolean isRightToLeft(String text) {
    return text.codePoints().allMatch(GlyphWords::isRightToLeft);
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
