package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the lines that continue a description: those that begin where its first word would not
/// have fitted any more, or that surround an amount set in the middle of its row.
final class Wraps {
  private static final float LEADING = 1.55f;

  private final List<Headings.Placed> rows;
  private final float[] limits;

  /// @param readings for each row its price line or null
  Wraps(List<Headings.Placed> rows, List<@Nullable PriceRow> readings) {
    this.rows = rows;
    this.limits = limits(rows, readings);
  }

  /// For each row, how far right descriptions reach in its region.
  private static float[] limits(List<Headings.Placed> rows, List<@Nullable PriceRow> readings) {
    Map<String, Float> reach = new HashMap<>();
    for (PriceRow reading : readings) {
      if (reading == null || reading.description().isBlank()) continue;
      List<Word> words = reading.row().words(reading.start(), reading.end());
      if (!words.isEmpty()) reach.merge(column(reading.row()), words.getLast().right(), Math::max);
    }
    float[] limits = new float[rows.size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = reach.getOrDefault(column(rows.get(i).row()), 0f);
    }
    return limits;
  }

  private static String column(Row row) {
    return row.page() + "/" + row.region();
  }

  static boolean sameColumn(Row a, Row b) {
    return a.page() == b.page() && a.region() == b.region();
  }

  /// Whether row `next` continues the text that ends with the word `last` and began at `x`.
  boolean continues(int at, int next, float x, Word last, String soFar) {
    if (next < 0 || next >= rows.size()) return false;
    Row above = rows.get(at).row();
    Row below = rows.get(next).row();
    if (!sameColumn(above, below) || !below.single()) return false;
    float distance = below.y() - above.y();
    if (distance <= 0.3f || distance > LEADING * Math.max(last.fontSize(), below.fontSize()))
      return false;
    if (Math.abs(below.fontSize() - last.fontSize()) > 0.6f) return false;
    if (below.x() < x - 4 || below.x() > x + 30) return false;
    if (below.cells().getFirst().bold() && !last.bold()) return false;
    Word first = below.words().getFirst();
    boolean fits = last.right() + 0.28f * last.fontSize() + first.width() <= limits[at] + 0.5f;
    boolean open =
        soFar.matches(
                "(?s).*(?:,|&|\\b(?:and|or|of|to|with|for|in|at|the|on|from|by|incl\\.?|including)|-|/|\\()$")
            || unclosed(soFar);
    boolean lower = Character.isLowerCase(first.text().charAt(0));
    if (first.text().matches("\\(?(?i:notes?|nb|n\\.b\\.)[:.]?.*|\\*+.*|[•–-]")) return false;
    return open
        || (lower && !fits)
        || (!fits && !first.text().startsWith("("))
        || (lower && distance < 1.3f * last.fontSize() && Math.abs(below.x() - x) <= 4);
  }

  private static boolean unclosed(String text) {
    return text.chars().filter(c -> c == '(').count() > text.chars().filter(c -> c == ')').count();
  }

  /// Text of two lines that share columns, column by column.
  static String merged(Row upper, Row lower) {
    List<StringBuilder> columns = new ArrayList<>();
    List<Float> starts = new ArrayList<>();
    for (Cell cell : lower.cells()) starts.add(cell.x());
    for (int i = 0; i < starts.size(); i++) columns.add(new StringBuilder());
    for (Row row : List.of(upper, lower)) {
      for (Word word : row.words()) {
        int column = 0;
        for (int i = 0; i < starts.size(); i++) if (word.x() >= starts.get(i) - 3) column = i;
        StringBuilder text = columns.get(column);
        if (!text.isEmpty()) text.append(' ');
        text.append(word.text());
      }
    }
    return String.join(" ", columns);
  }
}
