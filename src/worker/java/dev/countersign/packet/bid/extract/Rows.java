package dev.countersign.packet.bid.extract;

import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.source.TextLine;
import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All rows of a document in reading order, without the lines that every page repeats.
final class Rows {
  private static final float EDGE = 0.1f;

  private Rows() {}

  static List<Row> of(Document document, Figures figures) {
    Map<String, Integer> repeated = furniture(document.pages());
    List<Row> all = new ArrayList<>();
    for (Page page : document.pages()) {
      List<Row> rows =
          lines(page).stream()
              .filter(l -> !isFurniture(l, page, repeated))
              .map(l -> Row.of(page.number(), 0, l.words()))
              .toList();
      all.addAll(new Columns(figures).apart(rows));
    }
    return all;
  }

  /// The first page with all that stands on it, for the letterhead.
  static List<Row> firstPage(Document document) {
    return document.pages().stream()
        .limit(1)
        .flatMap(page -> lines(page).stream().map(l -> Row.of(page.number(), 0, l.words())))
        .toList();
  }

  /// How often each line stands at an edge of a page; digits do not count, for page numbers.
  private static Map<String, Integer> furniture(List<Page> pages) {
    Map<String, Integer> seen = new HashMap<>();
    for (Page page : pages) {
      lines(page).stream()
          .filter(l -> atEdge(l, page))
          .map(l -> shape(l.text()))
          .distinct()
          .forEach(shape -> seen.merge(shape, 1, Integer::sum));
    }
    seen.values().removeIf(n -> n < 2);
    return seen;
  }

  private static boolean isFurniture(TextLine line, Page page, Map<String, Integer> repeated) {
    boolean again = repeated.containsKey(shape(line.text())) && atEdge(line, page);
    boolean pageNumber =
        line.text().strip().matches("(?i)(?:page\\s+)?\\d{1,3}(?:\\s+(?:of|/)\\s+\\d{1,3})?");
    boolean foot = line.words().getFirst().y() > page.height() / 2;
    return (again && (foot || page.number() > 1)) || (pageNumber && atEdge(line, page));
  }

  private static boolean atEdge(TextLine line, Page page) {
    Word first = line.words().getFirst();
    return page.height() > 0
        && (first.y() < EDGE * page.height() || first.bottom() > (1 - EDGE) * page.height());
  }

  private static String shape(String text) {
    return text.replaceAll("\\d+", "0").strip();
  }

  /// Formats without positions get a grid: a line a row, a cell a column.
  private static List<TextLine> lines(Page page) {
    if (!page.lines().isEmpty()) return page.lines();
    List<TextLine> lines = new ArrayList<>();
    if (page.rows().isEmpty()) {
      page.text().lines().map(l -> List.of(l)).forEach(cells -> grid(cells, lines));
    } else {
      page.rows().forEach(cells -> grid(cells, lines));
    }
    return lines;
  }

  private static void grid(List<String> cells, List<TextLine> lines) {
    List<Word> words = new ArrayList<>();
    float x = 0;
    for (String cell : cells) {
      for (String word : cell.strip().split("\\s+", -1)) {
        if (!word.isEmpty())
          words.add(new Word(word, x, lines.size() * 12f, word.length() * 5f, 10, 10, false));
        x += word.length() * 5f + 3;
      }
      x += 20;
    }
    if (!words.isEmpty()) lines.add(new TextLine(words));
  }
}
