package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the cells of a table's rows into the order that the row reader expects (number,
/// description, quantity, unit, unit price, amount) where the table's heading row says that they
/// stand in another.
final class ColumnOrder {
  /// In the order in which rows are read.
  private enum Kind {
    REF(
        "no|nos|#|nr|item|item no|item #|ref|line|pos|code|csi|id|bid item|spec|section|div|division"),
    TEXT(
        "(?:.*\\b)?(?:description|work|works|scope|trade|activity|task|element|item of work|leistung|bezeichnung|designation|particulars)(?:\\b.*)?"),
    QUANTITY("(?:est |estimated |approx |bid |plan )?(?:qty|quantity|quantities|menge|quantité)"),
    UNIT("unit|units|um|u m|uom|unit of measure|einheit|unité|measure"),
    UNIT_PRICE(
        "(?:.*\\b)?(?:unit (?:price|cost|rate|bid|prices)|rate|price per unit|each|einzelpreis|ep|prix unitaire)(?:\\b.*)?"),
    AMOUNT(
        "(?:.*\\b)?(?:amount|total|totals|extended|extension|sum|value|bid amount|gesamt|gesamtpreis|gp|betrag|montant|cost|price|usd|eur)(?:\\b.*)?"),
    REMARK("(?:.*\\b)?(?:remarks?|notes?|comments?|basis)(?:\\b.*)?");

    private final Pattern words;

    Kind(String words) {
      this.words = Pattern.compile(words);
    }
  }

  private record Column(Kind kind, float left, float right) {}

  private final List<Column> columns;

  private ColumnOrder(List<Column> columns) {
    this.columns = columns;
  }

  /// @return null when the heading row is not understood or the usual order holds
  static @Nullable ColumnOrder of(Row head) {
    List<Column> columns = new ArrayList<>();
    for (Cell cell : head.cells()) {
      Kind kind = kind(cell.text(), columns);
      if (kind == null) return null;
      columns.add(new Column(kind, cell.x(), cell.right()));
    }
    boolean text = columns.stream().anyMatch(c -> c.kind == Kind.TEXT);
    boolean amount = columns.stream().filter(c -> c.kind == Kind.AMOUNT).count() == 1;
    boolean usual = true;
    for (int i = 1; i < columns.size(); i++) {
      usual &= columns.get(i).kind.compareTo(columns.get(i - 1).kind) >= 0;
    }
    boolean unitFirst =
        kinds(columns)
            .equals(
                List.of(
                    Kind.REF, Kind.TEXT, Kind.UNIT, Kind.QUANTITY, Kind.UNIT_PRICE, Kind.AMOUNT));
    return text && amount && !usual && !unitFirst ? new ColumnOrder(columns) : null;
  }

  private static List<Kind> kinds(List<Column> columns) {
    return columns.stream().map(Column::kind).toList();
  }

  private static @Nullable Kind kind(String text, List<Column> before) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[().:/$€£*]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    for (Kind kind : Kind.values()) {
      if (!kind.words.matcher(plain).matches()) continue;
      boolean taken = before.stream().anyMatch(c -> c.kind == kind);
      if (kind == Kind.REF && taken) continue;
      return kind;
    }
    return null;
  }

  /// The row with its cells in the usual order; rows that do not follow the columns stay.
  Row usual(Row row) {
    Map<Kind, List<Word>> sorted = new EnumMap<>(Kind.class);
    for (Cell cell : row.cells()) {
      for (List<Word> part : parts(cell)) {
        sorted.computeIfAbsent(column(part).kind, k -> new ArrayList<>()).addAll(part);
      }
    }
    if (!sorted.containsKey(Kind.AMOUNT)) return row;
    List<Cell> cells = sorted.values().stream().map(Cell::new).toList();
    return new Row(row.page(), row.region(), cells);
  }

  /// A cell that reaches from one column into the next is cut where the next begins.
  private List<List<Word>> parts(Cell cell) {
    List<List<Word>> parts = new ArrayList<>();
    List<Word> part = new ArrayList<>();
    for (Word word : cell.words()) {
      boolean begins = columns.stream().anyMatch(c -> Math.abs(c.left - word.x()) < 3);
      if (begins && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.add(word);
    }
    parts.add(part);
    return parts;
  }

  private Column column(List<Word> words) {
    float left = words.getFirst().x();
    float right = words.getLast().right();
    Column best = columns.getFirst();
    float nearest = Float.MAX_VALUE;
    for (Column column : columns) {
      float distance = Math.max(column.left - right, left - column.right);
      float edges = Math.min(Math.abs(column.left - left), Math.abs(column.right - right));
      float score = distance <= 0 ? edges / 1000 - 1 : distance;
      if (score < nearest) {
        nearest = score;
        best = column;
      }
    }
    return best;
  }
}
