package dev.countersign.source;

import dev.countersign.source.GlyphWords.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words to rows with positions, and to text in reading order.
final class PageLayout {
  /// Baselines closer than this part of the font size are one row.
  private static final float SAME_ROW = 0.4f;

  private PageLayout() {}

  /// Words of one baseline together, rows from top to bottom, words from left to right.
  static List<TextLine> rows(List<Placed> words) {
    List<Placed> sorted =
        words.stream()
            .filter(word -> !word.turned())
            .sorted(Comparator.comparingDouble(Placed::base))
            .toList();
    List<TextLine> rows = new ArrayList<>();
    List<Word> row = new ArrayList<>();
    Placed last = null;
    for (Placed word : sorted) {
      if (last != null && word.base() - last.base() > tolerance(last, word)) {
        rows.add(line(row));
        row.clear();
      }
      row.add(word.word());
      last = word;
    }
    if (!row.isEmpty()) rows.add(line(row));
    words.stream()
        .filter(Placed::turned)
        .forEach(word -> rows.add(new TextLine(List.of(word.word()))));
    return rows;
  }

  /// The words in the order of the file, which is how a writer of PDF lays down a sentence, a cell
  /// or a column.
  static String text(List<Placed> words) {
    StringBuilder text = new StringBuilder();
    Placed last = null;
    for (Placed word : words) {
      if (last != null) text.append(followsOnLine(last, word) ? ' ' : '\n');
      text.append(word.word().text());
      last = word;
    }
    if (last != null) text.append('\n');
    return text.toString();
  }

  private static boolean followsOnLine(Placed last, Placed next) {
    return last.turned() == next.turned()
        && Math.abs(next.base() - last.base()) <= tolerance(last, next)
        && next.word().x() > last.word().x();
  }

  private static float tolerance(Placed a, Placed b) {
    return SAME_ROW * Math.max(2, Math.min(a.word().fontSize(), b.word().fontSize()));
  }

  private static TextLine line(List<Word> words) {
    return new TextLine(words.stream().sorted(Comparator.comparingDouble(Word::x)).toList());
  }
}
