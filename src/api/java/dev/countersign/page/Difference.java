package dev.countersign.page;

import java.util.ArrayList;
import java.util.List;

/// What two drafts do not have in common, for a person to read.
///
/// @param fields that have another value
/// @param lines of the text, those that went and those that came, with what stands beside them
/// @param files that are new or not the same any more
record Difference(List<Field> fields, List<Line> lines, List<String> files) {
  private static final int MOST_LINES = 600;

  Difference {
    fields = List.copyOf(fields);
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }

  record Field(String name, String before, String after) {}

  /// @param kind `same`, `gone` or `new`
  record Line(String kind, String text) {}

  public boolean none() {
    return fields.isEmpty() && lines.isEmpty() && files.isEmpty();
  }

  /// Nothing for texts that are the same.
  static List<Line> lines(String before, String after) {
    var was = before.lines().toList();
    var is = after.lines().toList();
    if (was.equals(is)) return List.of();
    if (was.size() > MOST_LINES || is.size() > MOST_LINES)
      return List.of(new Line("gone", before), new Line("new", after));
    return near(walk(was, is, common(was, is)));
  }

  /// For each pair of places how many lines are common from there on.
  private static int[][] common(List<String> was, List<String> is) {
    var common = new int[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--)
      for (int j = is.size() - 1; j >= 0; j--)
        common[i][j] =
            was.get(i).equals(is.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
    return common;
  }

  private static List<Line> walk(List<String> was, List<String> is, int[][] common) {
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
        lines.add(new Line("same", was.get(i++)));
        j++;
      } else if (i < was.size() && (j == is.size() || common[i + 1][j] >= common[i][j + 1]))
        lines.add(new Line("gone", was.get(i++)));
      else lines.add(new Line("new", is.get(j++)));
    }
    return lines;
  }

  /// Without what stays and is beside nothing that does not.
  private static List<Line> near(List<Line> all) {
    var near = new ArrayList<Line>();
    for (int i = 0; i < all.size(); i++)
      if (changed(all, i) || changed(all, i - 1) || changed(all, i + 1)) near.add(all.get(i));
    return near;
  }

  private static boolean changed(List<Line> all, int i) {
    return i >= 0 && i < all.size() && !all.get(i).kind().equals("same");
  }
}
