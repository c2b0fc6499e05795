package dev.countersign.model.tools;

import java.util.List;

/// The tools that ship.
public final class TheTools {
  private TheTools() {}

  public static List<Tool<?>> all() {
    return List.of(
        new ListSources(),
        new ReadPage(),
        new SearchSources(),
        new ReadTable(),
        new Calculate(),
        new ComparePassages());
  }
}
