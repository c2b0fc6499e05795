package dev.countersign.packet.bid.scope;

import java.util.List;

/// One row of a table, or one line of text as a single cell.
///
/// @param page from 1
/// @param section the sheet's name, or nothing
/// @param left where its text begins, in points; 0 where the format has no positions
/// @param top likewise, from the top of the page
/// @param height of its letters, in points; 0 likewise
record ScopeRow(int page, String section, List<String> cells, float left, float top, float height) {
  ScopeRow {
    cells = List.copyOf(cells);
  }

  String text() {
    return String.join(" ", cells.stream().filter(cell -> !cell.isBlank()).toList()).strip();
  }

  long filled() {
    return cells.stream().filter(cell -> !cell.isBlank()).count();
  }
}
