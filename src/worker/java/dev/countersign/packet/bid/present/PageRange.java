package dev.countersign.packet.bid.present;

import java.util.ArrayList;
import java.util.List;

/// Page numbers as people write them: "page 3", "pages 1–4, 6".
final class PageRange {
  private PageRange() {}

  static String words(List<Integer> pages) {
    if (pages.isEmpty()) return "no pages";
    List<Integer> sorted = pages.stream().distinct().sorted().toList();
    return (sorted.size() == 1 ? "page " : "pages ") + numbers(sorted);
  }

  private static String numbers(List<Integer> sorted) {
    List<String> runs = new ArrayList<>();
    int from = sorted.getFirst();
    int to = from;
    for (int page : sorted.subList(1, sorted.size())) {
      if (page != to + 1) {
        runs.add(run(from, to));
        from = page;
      }
      to = page;
    }
    runs.add(run(from, to));
    return String.join(", ", runs);
  }

  private static String run(int from, int to) {
    return from == to ? Integer.toString(from) : from + "–" + to;
  }
}
