package dev.countersign.source;

import dev.countersign.source.GlyphWords.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Rows of a page, taken apart at a gutter.
///
/// @param from the first row that is taken apart
/// @param to the row after the last one
/// @param both rows with words on both sides
/// @param switches how often the file goes from one side to the other while drawing them
record Split(int from, int to, List<PageRow> left, List<PageRow> right, int both, int switches) {
  private static final int FEWEST_ROWS = 3;
  private static final Pattern PRICE = Pattern.compile("\\d[.,]\\d{2}\\)?$|^[$€£]\\d");
  private static final int FEWEST_INTERLEAVED = 6;

  static Optional<Split> of(List<PageRow> rows, int first, int end, float gutter) {
    Interrupted.check();
    int from = first;
    int to = end;
    while (from < to && !hasBoth(rows, from, to, gutter)) from++;
    List<PageRow> left = new ArrayList<>();
    List<PageRow> right = new ArrayList<>();
    int both = 0;
    for (PageRow row : rows.subList(from, to)) {
      List<Placed> onLeft = row.side(gutter, true);
      List<Placed> onRight = row.side(gutter, false);
      if (!onLeft.isEmpty()) left.add(new PageRow(onLeft));
      if (!onRight.isEmpty()) right.add(new PageRow(onRight));
      if (!onLeft.isEmpty() && !onRight.isEmpty()) both++;
    }
    if (left.size() < FEWEST_ROWS || right.size() < FEWEST_ROWS) return Optional.empty();
    Split split = new Split(from, to, left, right, both, switches(left, right));
    return split.overlaps() ? Optional.of(split) : Optional.empty();
  }

  /// Rows above the first that the two sides have in common height belong to neither side.
  private static boolean hasBoth(List<PageRow> rows, int from, int to, float gutter) {
    PageRow row = rows.get(from);
    boolean onLeft = !row.side(gutter, true).isEmpty();
    boolean onRight = !row.side(gutter, false).isEmpty();
    if (onLeft && onRight) return true;
    if (from + 1 >= to) return false;
    PageRow next = rows.get(from + 1);
    boolean close = next.base() - row.base() < 2 * row.words().getFirst().word().fontSize();
    return close && !next.side(gutter, onRight).isEmpty();
  }

  private static int switches(List<PageRow> left, List<PageRow> right) {
    record Side(int order, boolean isLeft) {}
    List<Side> drawn = new ArrayList<>();
    left.forEach(row -> row.words().forEach(word -> drawn.add(new Side(word.order(), true))));
    right.forEach(row -> row.words().forEach(word -> drawn.add(new Side(word.order(), false))));
    drawn.sort(Comparator.comparingInt(Side::order));
    int switches = 0;
    for (int i = 1; i < drawn.size(); i++) {
      if (drawn.get(i).isLeft() != drawn.get(i - 1).isLeft()) switches++;
    }
    return switches;
  }

  private boolean overlaps() {
    float top = Math.max(left.getFirst().base(), right.getFirst().base());
    float bottom = Math.min(left.getLast().base(), right.getLast().base());
    return within(left, top, bottom) >= FEWEST_ROWS && within(right, top, bottom) >= FEWEST_ROWS;
  }

  private static long within(List<PageRow> rows, float top, float bottom) {
    return rows.stream().filter(row -> row.base() >= top - 3 && row.base() <= bottom + 3).count();
  }

  int sharedRows() {
    return Math.min(left.size(), right.size());
  }

  boolean isColumns(int fewestRows) {
    boolean mayBeTable = hasPrice(left) || hasPrice(right);
    int fewest = mayBeTable ? Math.max(fewestRows, FEWEST_ROWS + 1) : fewestRows;
    return sharedRows() >= fewest && (isOfText() || isInterleavedText());
  }

  private static boolean hasPrice(List<PageRow> rows) {
    return rows.stream()
        .flatMap(row -> row.words().stream())
        .anyMatch(word -> PRICE.matcher(word.word().text()).find());
  }

  /// Drawn one side after the other, and not in shared rows unless both sides are sentences.
  boolean isOfText() {
    boolean apart = switches <= Math.max(2, both / 4);
    boolean inRows = both >= 0.9 * sharedRows();
    return apart && (!inRows || (isProse(left) && isProse(right)));
  }

  /// Drawn line by line across both sides, yet each side goes on in sentences of its own.
  boolean isInterleavedText() {
    return sharedRows() >= FEWEST_INTERLEAVED
        && isProse(left)
        && isProse(right)
        && goesOn(left)
        && goesOn(right);
  }

  private static boolean isProse(List<PageRow> rows) {
    float widest = 0;
    for (PageRow row : rows) widest = Math.max(widest, row.right() - row.left());
    float full = 0.6f * widest;
    long prose =
        rows.stream().filter(row -> row.isWordy() && row.right() - row.left() > full).count();
    return prose * 3 >= rows.size() * 2L;
  }

  private static boolean goesOn(List<PageRow> rows) {
    return rows.stream().filter(PageRow::continuesASentence).count() * 5 >= rows.size() * 2L;
  }
}
