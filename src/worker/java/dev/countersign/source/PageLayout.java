package dev.countersign.source;

import dev.countersign.source.GlyphWords.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The words of one page as rows with positions, and as text in reading order.
final class PageLayout {
  /// Below this share of neighbours that the file draws one after the other, its order says
  /// nothing.
  private static final double TELLING = 0.6;

  private final List<Placed> words;
  private final List<PageRow> rows;
  private final boolean drawnInOrder;

  PageLayout(List<Placed> words) {
    this.words = words;
    PageColumns columns = new PageColumns();
    this.rows = columns.arranged(PageRow.of(words));
    this.drawnInOrder = !columns.foundInterleaved() && isTelling(rows);
  }

  /// Words of one baseline together, from top to bottom; where a page has columns of text, one
  /// column after the other.
  List<TextLine> lines() {
    List<TextLine> lines = new ArrayList<>();
    for (PageRow row : rows)
      lines.add(new TextLine(row.inReadingOrder().stream().map(Placed::word).toList()));
    words.stream()
        .filter(Placed::turned)
        .forEach(word -> lines.add(new TextLine(List.of(word.word()))));
    return lines;
  }

  /// The words in the order of the file, which is how a writer of PDF lays down a sentence, a cell
  /// or a column; row by row where the file has no such order.
  String text() {
    List<Placed> ordered = new ArrayList<>();
    if (drawnInOrder) {
      ordered.addAll(words);
    } else {
      rows.forEach(row -> ordered.addAll(row.inReadingOrder()));
      words.stream().filter(Placed::turned).forEach(ordered::add);
    }
    StringBuilder text = new StringBuilder();
    Placed last = null;
    for (Placed word : ordered) {
      if (last != null) text.append(followsOnLine(last, word) ? ' ' : '\n');
      text.append(word.word().text());
      last = word;
    }
    if (last != null) text.append('\n');
    return text.toString();
  }

  private static boolean isTelling(List<PageRow> rows) {
    int neighbours = 0;
    int inOrder = 0;
    for (PageRow row : rows) {
      for (int i = 1; i < row.words().size(); i++) {
        neighbours++;
        if (row.words().get(i).order() == row.words().get(i - 1).order() + 1) inOrder++;
      }
    }
    return neighbours < 10 || inOrder >= TELLING * neighbours;
  }

  private static boolean followsOnLine(Placed last, Placed next) {
    return last.turned() == next.turned()
        && PageRow.share(last, next)
        && next.word().x() > last.word().x();
  }

  static List<TextLine> lines(List<Placed> words) {
    return new PageLayout(words).lines();
  }

  static Comparator<Placed> fromLeft() {
    return Comparator.comparingDouble(placed -> placed.word().x());
  }
}
