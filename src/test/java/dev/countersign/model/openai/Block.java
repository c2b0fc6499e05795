package dev.countersign.model.openai;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a question, as [dev.countersign.model.Fence] puts it between its marks.
///
/// @param name of a page `S1 page 3`
record Block(String name, String text) {
  private static final Pattern FENCED =
      Pattern.compile("<<<data ([0-9a-f]{16}): (.*?)\\n(.*?)\\n\\1 data>>>", Pattern.DOTALL);
  private static final Pattern PAGE = Pattern.compile("(S\\d+) page (\\d+)");

  static List<Block> in(String question) {
    return FENCED
        .matcher(question)
        .results()
        .map(found -> new Block(found.group(2), found.group(3)))
        .toList();
  }

  boolean isPage() {
    return PAGE.matcher(name).matches();
  }

  /// @throws IllegalStateException when it is no page
  String source() {
    return place().group(1);
  }

  /// From 1.
  ///
  /// @throws IllegalStateException when it is no page
  int page() {
    return Integer.parseInt(place().group(2));
  }

  private Matcher place() {
    var place = PAGE.matcher(name);
    if (place.matches()) return place;
    throw new IllegalStateException("no page: " + name);
  }
}
