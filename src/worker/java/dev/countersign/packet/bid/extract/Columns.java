package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the columns of a page apart (side bars, two columns of text or of prices) and leaves the
/// columns of a table together.
final class Columns {
  private static final int FEWEST_ROWS = 4;
  private static final float GUTTER = 9f;

  private static final Pattern WORK =
      Pattern.compile("^\\W*(?!(?:EUR|USD|CHF|CAD|GBP)\\b)\\p{L}{2}.*\\p{L}{2}");

  private final Figures figures;
  private int regions;

  Columns(Figures figures) {
    this.figures = figures;
  }

  /// @return the rows in reading order, each with its region
  List<Row> apart(List<Row> rows) {
    regions = 0;
    return split(rows, 0);
  }

  private List<Row> split(List<Row> rows, int depth) {
    Gutter best = depth > 3 ? null : widest(rows);
    if (best == null) {
      int region = regions++;
      return rows.stream().map(row -> row.in(region)).toList();
    }
    List<Row> ordered = new ArrayList<>();
    if (best.from > 0) ordered.addAll(split(rows.subList(0, best.from), depth + 1));
    List<Row> run = rows.subList(best.from, best.to);
    ordered.addAll(split(side(run, best.x, true), depth + 1));
    ordered.addAll(split(side(run, best.x, false), depth + 1));
    if (best.to < rows.size()) {
      ordered.addAll(split(rows.subList(best.to, rows.size()), depth + 1));
    }
    return ordered;
  }

  private record Gutter(float x, int from, int to) {}

  private @Nullable Gutter widest(List<Row> rows) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (Row row : rows) {
      for (int i = 1; i < row.cells().size(); i++) {
        float left = row.cells().get(i).x();
        if (left - row.cells().get(i - 1).right() >= GUTTER) candidates.add((int) left - 3);
      }
      candidates.add((int) row.x() - 3);
    }
    return candidates.stream()
        .flatMap(x -> runs(rows, x).stream())
        .filter(g -> g.to - g.from >= 2 && apart(rows.subList(g.from, g.to), g.x))
        .max(Comparator.comparingInt(g -> g.to - g.from))
        .orElse(null);
  }

  /// The runs of rows that no word crosses at x.
  private static List<Gutter> runs(List<Row> rows, int x) {
    List<Gutter> runs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      if (i == rows.size() || crosses(rows.get(i), x)) {
        if (i > from) runs.add(new Gutter(x, from, i));
        from = i + 1;
      }
    }
    return runs;
  }

  private static boolean crosses(Row row, int x) {
    return row.cells().stream().anyMatch(c -> c.x() < x && c.right() > x - GUTTER / 2);
  }

  private static List<Row> side(List<Row> rows, float x, boolean left) {
    List<Row> side = new ArrayList<>();
    for (Row row : rows) {
      List<Word> words = row.words().stream().filter(w -> w.x() < x == left).toList();
      if (!words.isEmpty()) side.add(Row.of(row.page(), row.region(), words));
    }
    return side;
  }

  private boolean apart(List<Row> run, float x) {
    List<Row> left = side(run, x, true);
    List<Row> right = side(run, x, false);
    if (left.isEmpty() || right.isEmpty()) return false;
    if (twoTexts(run, left, right)) return true;
    if (left.size() < FEWEST_ROWS || right.size() < FEWEST_ROWS) return false;
    int both = left.size() + right.size() - run.size();
    if (twoPriceTables(left, right)) return true;
    if (numeric(left) > 0.4 || numeric(right) > 0.4) return false;
    double aligned = both / (double) Math.min(left.size(), right.size());
    if (aligned < 0.7 && run.size() >= 8) return overlap(left, right);
    return prose(left) && prose(right) && steady(left) && steady(right);
  }

  /// Whether both stand side by side for some height, not one below the other.
  private static boolean overlap(List<Row> left, List<Row> right) {
    float top = Math.max(left.getFirst().y(), right.getFirst().y());
    float bottom = Math.min(left.getLast().y(), right.getLast().y());
    long within = left.stream().filter(r -> r.y() >= top - 2 && r.y() <= bottom + 2).count();
    long others = right.stream().filter(r -> r.y() >= top - 2 && r.y() <= bottom + 2).count();
    return within >= FEWEST_ROWS - 1 && others >= FEWEST_ROWS - 1;
  }

  /// Few lines of small print set in two columns.
  private static boolean twoTexts(List<Row> run, List<Row> left, List<Row> right) {
    boolean full =
        left.size() >= 2 && right.size() >= 2 && run.size() <= Math.max(left.size(), right.size());
    return full && longText(left) && longText(right) && steady(left);
  }

  private static boolean longText(List<Row> rows) {
    return share(rows, text -> text.indexOf('\t') < 0 && text.split("\\s+").length >= 7) > 0.6;
  }

  private boolean twoPriceTables(List<Row> left, List<Row> right) {
    return priced(left) > 0.6 && priced(right) > 0.6;
  }

  private double priced(List<Row> rows) {
    return share(rows, text -> WORK.matcher(text).find() && endsInMoney(text));
  }

  private boolean endsInMoney(String text) {
    List<Figure> found = figures.in(text);
    return !found.isEmpty()
        && found.getLast().money()
        && found.getLast().end() >= text.length() - 1;
  }

  private double numeric(List<Row> rows) {
    return share(rows, text -> text.chars().filter(Character::isLetter).count() <= 3);
  }

  private static boolean prose(List<Row> rows) {
    return share(rows, text -> text.indexOf('\t') < 0 && text.split("\\s+").length >= 4) > 0.6;
  }

  /// Text that fills its column, not labels or cells of different length.
  private static boolean steady(List<Row> rows) {
    double widest = rows.stream().mapToDouble(r -> r.right() - r.x()).max().orElse(0);
    return rows.stream().filter(r -> r.right() - r.x() > 0.75 * widest).count() > 0.5 * rows.size();
  }

  private static double share(List<Row> rows, java.util.function.Predicate<String> test) {
    return rows.stream().map(Row::text).filter(test).count() / (double) Math.max(1, rows.size());
  }
}
