package dev.countersign.packet.bid.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// This line with the one close above it as one.
  ScopeRow below(@Nullable ScopeRow above) {
    if (above == null || above.page() != page || top - above.top() > 1.9f * height + 2) return this;
    return new ScopeRow(page, section, List.of(above.text() + " " + text()), left, top, height);
  }
}
