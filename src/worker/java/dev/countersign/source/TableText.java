package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;

/// Rows as they are read, up to the limits, and the page they make.
final class TableText {
  /// What stands further right than this is no table that a person wrote.
  private static final int COLUMNS = 256;

  private final int mostRows;
  private final int mostCharacters;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean full;

  TableText(int mostRows, int mostCharacters) {
    this.mostRows = mostRows;
    this.mostCharacters = mostCharacters;
  }

  /// @return false when the limits are reached and the row was left out
  boolean add(List<String> cells) {
    List<String> row = tidy(cells);
    if (row.isEmpty()) return true;
    int length = row.stream().mapToInt(cell -> cell.length() + 1).sum();
    full = full || rows.size() >= mostRows || text.length() + length > mostCharacters;
    if (full) return false;
    rows.add(row);
    text.append(String.join("\t", row)).append('\n');
    return true;
  }

  private static List<String> tidy(List<String> cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells.subList(0, Math.min(cells.size(), COLUMNS))) {
      row.add(PlainText.line(cell));
    }
    while (!row.isEmpty() && row.getLast().isEmpty()) row.removeLast();
    return row;
  }

  boolean isFull() {
    return full;
  }

  int size() {
    return rows.size();
  }

  int length() {
    return text.length();
  }

  Page page(int number, String label) {
    return new Page(number, label, 0, 0, text.toString(), List.of(), rows);
  }

  Reading reading(String name, String label, Gap... gaps) {
    List<Gap> all = new ArrayList<>(List.of(gaps));
    if (full) all.add(Gap.cutShort(name, "rows from " + (rows.size() + 1)));
    if (rows.isEmpty()) return Reading.nothing(all.isEmpty() ? Gap.blank(name) : all.getFirst());
    return new Reading(List.of(page(1, label)), all);
  }
}
