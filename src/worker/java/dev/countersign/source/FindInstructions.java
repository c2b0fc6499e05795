package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;

/// Finds text that tries to instruct whoever reads it, above all a machine: in several languages,
/// on the page and hidden in it, and behind invisible characters or an encoding. It finds what is
/// usual, not everything; nothing may depend on its finding it.
public final class FindInstructions {
  private FindInstructions() {}

  /// In the order of the pages, hidden text first.
  public static List<Instruction> in(Document document) {
    var found = new ArrayList<Instruction>();
    for (Page page : document.pages()) {
      for (TextLine line : page.hidden())
        if (tells(line.text())) found.add(at(document, page, line.text(), true));
      hiddenAsOne(document, page, found);
      for (String part : PageSentences.parts(page))
        if (tells(part)) found.add(at(document, page, part, false));
    }
    return found;
  }

  /// Whether these words try to instruct their reader.
  public static boolean tells(String words) {
    return Disguises.views(words).stream().anyMatch(InstructingWords::in);
  }

  /// Hidden text is often cut into short lines.
  private static void hiddenAsOne(Document document, Page page, List<Instruction> found) {
    if (page.hidden().size() < 2 || found.stream().anyMatch(one -> one.page() == page.number()))
      return;
    var all = String.join(" ", page.hidden().stream().map(TextLine::text).toList());
    if (tells(all)) found.add(at(document, page, page.hidden().getFirst().text(), true));
  }

  private static Instruction at(Document document, Page page, String quote, boolean hidden) {
    return new Instruction(document.id(), document.name(), page.number(), quote, hidden);
  }
}
