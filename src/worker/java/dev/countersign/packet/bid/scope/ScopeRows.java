package dev.countersign.packet.bid.scope;

import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.source.TextLine;
import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.List;

/// Any document as rows of cells: tables by their cells, pages with positions by the gaps between
/// words, plain text line by line.
final class ScopeRows {
  private static final float GAP_IN_HEIGHTS = 1.1f;
  private static final float LEAST_GAP = 7;

  private ScopeRows() {}

  static List<ScopeRow> of(Document document) {
    var rows = new ArrayList<ScopeRow>();
    for (Page page : document.pages()) {
      if (page.lines().isEmpty()) fromText(page, rows);
      else for (TextLine line : page.lines()) rows.add(fromLine(page, line));
    }
    return rows;
  }

  /// Readers write the cells of a table's row on one line with tabs between them.
  private static void fromText(Page page, List<ScopeRow> rows) {
    for (String line : page.text().split("\n", -1)) {
      if (line.isBlank()) continue;
      var cells = List.of(line.split(line.contains("\t") ? "\t" : " {3,}", -1));
      rows.add(
          new ScopeRow(
              page.number(), page.label(), cells.stream().map(String::strip).toList(), 0, 0, 0));
    }
  }

  private static ScopeRow fromLine(Page page, TextLine line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var words = line.words();
    for (int at = 0; at < words.size(); at++) {
      if (at > 0 && isGap(words.get(at - 1), words.get(at))) {
        cells.add(cell.toString());
        cell.setLength(0);
      }
      cell.append(cell.isEmpty() ? "" : " ").append(words.get(at).text());
    }
    cells.add(cell.toString());
    var first = words.getFirst();
    return new ScopeRow(page.number(), "", cells, first.x(), first.y(), first.height());
  }

  private static boolean isGap(Word left, Word right) {
    float size = Math.max(left.fontSize(), left.height());
    return right.x() - left.right() > Math.max(LEAST_GAP, GAP_IN_HEIGHTS * size);
  }
}
