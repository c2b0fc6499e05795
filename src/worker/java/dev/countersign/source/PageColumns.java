package dev.countersign.source;

import dev.countersign.source.GlyphWords.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finds columns of text that stand side by side (two-column conditions, a side bar with the
/// sender's address) and puts one after the other. The columns of a table stay rows: what tells
/// them apart is that a table is drawn row by row, or that its cells share their baselines.
final class PageColumns {
  private static final float AIR = 8;
  private static final int FEWEST_ROWS = 3;
  private static final int FEWEST_IN_PART = 6;
  private static final int DEEPEST = 4;

  /// A page with more is no page that a person laid out in columns.
  private static final int MOST_ROWS = 300;

  private static final int MOST_GUTTERS = 60;

  private boolean interleaved;

  /// Whether there were columns that the file draws line by line across.
  boolean foundInterleaved() {
    return interleaved;
  }

  List<PageRow> arranged(List<PageRow> rows) {
    return arranged(rows, 0);
  }

  private List<PageRow> arranged(List<PageRow> rows, int depth) {
    boolean worth = rows.size() >= FEWEST_ROWS && rows.size() <= MOST_ROWS;
    if (depth == DEEPEST || !worth) return rows;
    Optional<Split> best =
        gutters(rows).stream()
            .flatMap(gutter -> bands(rows, gutter).stream())
            .max(Comparator.comparingInt(split -> split.sharedRows()));
    if (best.isEmpty()) return rows;
    Split split = best.get();
    interleaved |= split.isInterleavedText() && !split.isOfText();
    List<PageRow> ordered = new ArrayList<>(arranged(rows.subList(0, split.from()), depth + 1));
    ordered.addAll(arranged(split.left(), depth + 1));
    ordered.addAll(arranged(split.right(), depth + 1));
    ordered.addAll(arranged(rows.subList(split.to(), rows.size()), depth + 1));
    return ordered;
  }

  /// Places where at least a few rows begin after some air.
  private static List<Float> gutters(List<PageRow> rows) {
    NavigableMap<Integer, Integer> starts = new TreeMap<>();
    for (PageRow row : rows) {
      Placed last = null;
      for (Placed word : row.words()) {
        if (last == null || word.word().x() - last.word().right() >= AIR) {
          starts.merge(Math.round(word.word().x()), 1, Integer::sum);
        }
        last = word;
      }
    }
    return starts.keySet().stream()
        .filter(place -> near(starts, place) >= FEWEST_ROWS)
        .limit(MOST_GUTTERS)
        .map(place -> place - 2f)
        .toList();
  }

  private static int near(NavigableMap<Integer, Integer> starts, int place) {
    return starts.subMap(place - 1, place + 2).values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Runs of rows that leave the gutter free, cut to where both sides have words.
  private static List<Split> bands(List<PageRow> rows, float gutter) {
    List<Split> bands = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      if (i < rows.size() && rows.get(i).isClearAt(gutter, AIR)) continue;
      if (i - from >= FEWEST_ROWS) best(rows, from, i, gutter).ifPresent(bands::add);
      from = i + 1;
    }
    return bands;
  }

  /// The whole band if it is text in columns, else what is left of it without some rows at its top
  /// or bottom, which may belong to a table.
  private static Optional<Split> best(List<PageRow> rows, int from, int to, float gutter) {
    return IntStream.range(from, to - FEWEST_ROWS)
        .boxed()
        .flatMap(first -> Split.of(rows, first, to, gutter).stream())
        .filter(split -> split.isColumns(split.from() > from ? FEWEST_IN_PART : FEWEST_ROWS))
        .findFirst()
        .or(() ->
            IntStream.range(from + FEWEST_IN_PART, to)
                .map(end -> to + from + FEWEST_IN_PART - 1 - end)
                .boxed()
                .flatMap(end -> Split.of(rows, from, end, gutter).stream())
                .filter(split -> split.isColumns(FEWEST_IN_PART))
                .findFirst());
  }
}
