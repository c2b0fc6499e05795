package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Short lines that stand below each other, which sentences are sometimes cut into so that no line
/// says anything.
final class ShortLines {
  private static final int LONGEST = 40;
  private static final int MOST_TOGETHER = 8;

  private ShortLines() {}

  /// The fewest lines that say it together, where none of them says it alone.
  static List<String> together(Page page, Predicate<String> says) {
    var found = new ArrayList<String>();
    var run = new ArrayList<String>();
    for (String line : (page.text() + "\n\n").split("\n", -1)) {
      var words = line.strip();
      if (!words.isEmpty() && words.length() < LONGEST) run.add(words);
      else {
        inRun(run, says, found);
        run.clear();
      }
    }
    return found;
  }

  private static void inRun(List<String> run, Predicate<String> says, List<String> found) {
    for (int from = 0; from + 1 < run.size(); from += MOST_TOGETHER / 2) {
      var lines = run.subList(from, Math.min(run.size(), from + MOST_TOGETHER));
      if (!says.test(String.join(" ", lines)) || lines.stream().anyMatch(says)) continue;
      found.add(String.join("\n", fewest(lines, says)));
      from += MOST_TOGETHER / 2;
    }
  }

  private static List<String> fewest(List<String> lines, Predicate<String> says) {
    int from = 0;
    int to = lines.size();
    while (to - from > 2 && says.test(String.join(" ", lines.subList(from + 1, to)))) from++;
    while (to - from > 2 && says.test(String.join(" ", lines.subList(from, to - 1)))) to--;
    return lines.subList(from, to);
  }
}
