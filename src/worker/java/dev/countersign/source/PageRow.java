package dev.countersign.source;

import dev.countersign.source.GlyphWords.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The words on one baseline, from left to right.
record PageRow(List<Placed> words) {
  /// Baselines closer than this part of the font size are one row.
  private static final float SAME_ROW = 0.4f;

  PageRow {
    words = words.stream().sorted(PageLayout.fromLeft()).toList();
  }

  /// @return the rows of the upright words, from top to bottom
  static List<PageRow> of(List<Placed> words) {
    List<Placed> sorted =
        words.stream()
            .filter(word -> !word.turned())
            .sorted(Comparator.comparingDouble(Placed::base))
            .toList();
    List<PageRow> rows = new ArrayList<>();
    List<Placed> row = new ArrayList<>();
    for (Placed word : sorted) {
      if (!row.isEmpty() && !share(row.getLast(), word)) {
        rows.add(new PageRow(row));
        row = new ArrayList<>();
      }
      row.add(word);
    }
    if (!row.isEmpty()) rows.add(new PageRow(row));
    return rows;
  }

  static boolean share(Placed a, Placed b) {
    float size = Math.max(2, Math.min(a.word().fontSize(), b.word().fontSize()));
    return Math.abs(a.base() - b.base()) <= SAME_ROW * size;
  }

  /// From left to right, but words of a right-to-left script that follow one another the other way
  /// round.
  List<Placed> inReadingOrder() {
    List<Placed> ordered = new ArrayList<>();
    int turn = 0;
    for (Placed placed : words) {
      if (!GlyphWords.isRightToLeft(placed.word().text())) turn = ordered.size() + 1;
      ordered.add(turn > ordered.size() ? ordered.size() : turn, placed);
    }
    return ordered;
  }

  float left() {
    return words.getFirst().word().x();
  }

  float right() {
    return words.getLast().word().right();
  }

  float base() {
    return words.getFirst().base();
  }

  /// The words that begin left of (or from) a place on, perhaps none.
  List<Placed> side(float x, boolean leftOf) {
    return words.stream().filter(word -> (word.word().x() < x) == leftOf).toList();
  }

  /// Whether nothing stands across the place, with so much air around it.
  boolean isClearAt(float x, float air) {
    float from = Float.NEGATIVE_INFINITY;
    float to = Float.POSITIVE_INFINITY;
    for (Placed placed : words) {
      if (placed.word().x() < x) from = Math.max(from, placed.word().right());
      else to = Math.min(to, placed.word().x());
    }
    return from < x && to - from >= air;
  }

  /// How many words stand in it as a share of letters: a sentence has many, an amount none.
  boolean isWordy() {
    long wordy = words.stream().filter(word -> isWord(word.word().text())).count();
    return wordy >= 3;
  }

  private static boolean isWord(String text) {
    return text.length() > 1
        && text.chars().filter(Character::isLetter).count() * 2 > text.length();
  }

  boolean continuesASentence() {
    return Character.isLowerCase(words.getFirst().word().text().codePointAt(0));
  }
}
