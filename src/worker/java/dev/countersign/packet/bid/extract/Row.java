package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of a column of a page. Its text separates words by a space and cells by a tab.
///
/// @param region which column or band of the page; rows of different regions do not continue each
///   other
record Row(int page, int region, List<Cell> cells) {
  /// Words further apart than this part of the font size are in different cells.
  private static final float CELL_GAP = 1.05f;

  Row {
    cells = List.copyOf(cells);
  }

  static Row of(int page, int region, List<Word> words) {
    List<Cell> cells = new ArrayList<>();
    List<Word> cell = new ArrayList<>();
    Word last = null;
    for (Word word : words) {
      if (last != null && word.x() - last.right() > CELL_GAP * Math.max(4, last.fontSize())) {
        cells.add(new Cell(cell));
        cell.clear();
      }
      cell.add(word);
      last = word;
    }
    cells.add(new Cell(cell));
    return new Row(page, region, cells);
  }

  Row in(int otherRegion) {
    return new Row(page, otherRegion, cells);
  }

  String text() {
    return cells.stream().map(Cell::text).collect(Collectors.joining("\t"));
  }

  String plain() {
    return text().replace('\t', ' ');
  }

  List<Word> words() {
    return cells.stream().flatMap(c -> c.words().stream()).toList();
  }

  /// The words that stand in a range of [#text].
  List<Word> words(int start, int end) {
    List<Word> found = new ArrayList<>();
    int at = 0;
    for (Word word : words()) {
      if (at < end && at + word.text().length() > start) found.add(word);
      at += word.text().length() + 1;
    }
    return found;
  }

  float x() {
    return cells.getFirst().x();
  }

  float right() {
    return cells.getLast().right();
  }

  float y() {
    return cells.getFirst().words().getFirst().bottom();
  }

  float fontSize() {
    return cells.getFirst().fontSize();
  }

  boolean bold() {
    return cells.stream().allMatch(Cell::bold);
  }

  boolean single() {
    return cells.size() == 1;
  }
}
