package dev.countersign.packet.bid.scope;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table's heading row: which column holds what, whatever its words.
record ScopeHeader(Map<Column, Integer> columns, int width) {

  /// What a column of a scope can hold.
  enum Column {
    QUANTITY(
        "(?:(?:est|approx)(?:\\.|imated|imate)? ?)?(?:qty|quantit\\w*)(?: ?(?:&|and|/) ?units?)?(?: \\(?est\\.?\\)?)?|qnty|count|amount of work|menge|number of"),
    UNIT("units?|uom|u/?m|u\\.m\\.|measure|unit of measure|einheit|um"),
    CSI(
        "csi.*|section|spec(?:\\.|ification)?(?: section)?|division|div\\.?|masterformat.*|cost code|code"),
    ALLOWANCE("allowances?|allowance amount|carry|amount to carry"),
    REMARKS("remarks?|notes?|comments?|clarifications?|reference|drawing.*|sheet"),
    REQUIREMENT("requirements?|conditions?|instructions?|terms?"),
    DESCRIPTION(
        "(?:item |work |scope )?descriptions?(?: of (?:work|item|the work))?|scope(?: of work)?|works?|work items?|item of work|task|activity|element|title|leistung|bezeichnung|what"),
    ID(
        "#|no\\.?|nos\\.?|nr\\.?|item(?: (?:no\\.?|number|#))?|ref\\.?(?: no\\.?)?|reference no\\.?|id|pos\\.?|position|line(?: no\\.?| #)?|number|s\\.? ?no\\.?|(?:bid|line) items?(?: no\\.?)?|item id|key|tag"),
    PRICE(
        "(?:unit )?(?:price|rate|cost)|total|extended|extension|bid amount|bid price|price.*|amount|\\$");

    private final String names;

    Column(String names) {
      this.names = names;
    }
  }

  /// The heading that a row is: two or more known names, one of them of the text column.
  static Optional<ScopeHeader> of(ScopeRow row) {
    if (row.filled() < 2) return Optional.empty();
    var columns = new EnumMap<Column, Integer>(Column.class);
    int known = 0;
    for (int at = 0; at < row.cells().size(); at++) {
      var column = named(row.cells().get(at));
      if (column.isEmpty()) continue;
      known++;
      columns.putIfAbsent(column.get(), at);
    }
    textColumn(columns);
    boolean hasText =
        columns.containsKey(Column.DESCRIPTION) || columns.containsKey(Column.REQUIREMENT);
    return hasText && known >= 2 && known * 2L > row.filled()
        ? Optional.of(new ScopeHeader(columns, row.cells().size()))
        : Optional.empty();
  }

  /// "Item | Qty | Unit": without another text column, the item column holds the text.
  private static void textColumn(Map<Column, Integer> columns) {
    boolean measured = columns.containsKey(Column.QUANTITY) || columns.containsKey(Column.UNIT);
    if (columns.containsKey(Column.DESCRIPTION) || !measured) return;
    for (Column other : List.of(Column.ID, Column.CSI)) {
      var at = columns.remove(other);
      if (at == null) continue;
      columns.put(Column.DESCRIPTION, at);
      return;
    }
  }

  private static Optional<Column> named(String cell) {
    var name = cell.toLowerCase(Locale.ROOT).replaceAll("[\\s:*]+", " ").strip();
    if (name.isEmpty() || name.length() > 40) return Optional.empty();
    for (Column column : Column.values())
      if (name.matches(column.names)) return Optional.of(column);
    return Optional.empty();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  String cell(ScopeRow row, Column column) {
    var at = columns.get(column);
    return at == null || at >= row.cells().size() ? "" : row.cells().get(at);
  }

  boolean isOfRequirements() {
    return has(Column.REQUIREMENT) && !has(Column.DESCRIPTION);
  }
}
