package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds text that tries to instruct whoever reads it, above all a machine: in several languages,
/// on the page and hidden in it, in names, cut into short lines, and behind invisible characters or
/// an encoding. It finds what is usual, not everything; nothing may depend on its finding it.
public final class FindInstructions {
  private static final Pattern BETWEEN_WORDS_OF_A_NAME = Pattern.compile("[_.+-]+");

  private FindInstructions() {}

  /// In the order of the pages, hidden text first. What a file's own name says is told with page 1,
  /// as hidden: it stands on no page.
  public static List<Instruction> in(Document document) {
    var found = new ArrayList<Instruction>();
    for (Page page : document.pages()) {
      if (page.number() == 1 && nameTells(document.name()))
        found.add(at(document, page, document.name(), true));
      if (nameTells(page.label())) found.add(at(document, page, page.label(), true));
      for (TextLine line : page.hidden())
        if (tells(line.text())) found.add(at(document, page, line.text(), true));
      hiddenAsOne(document, page, found);
      for (String part : PageSentences.parts(page))
        if (tells(part))
          for (String quote : narrowed(page, part)) found.add(at(document, page, quote, false));
      for (String lines : ShortLines.together(page, FindInstructions::tells))
        found.add(at(document, page, lines, false));
    }
    return found;
  }

  /// Whether these words try to instruct their reader.
  public static boolean tells(String words) {
    return Disguises.views(words).stream().anyMatch(InstructingWords::in);
  }

  /// The lines of a sentence that say it alone, where some do.
  private static List<String> narrowed(Page page, String part) {
    var lines =
        page.text()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && part.contains(line) && tells(line))
            .distinct()
            .toList();
    return lines.isEmpty() ? List.of(part) : lines;
  }

  private static boolean nameTells(String name) {
    return tells(BETWEEN_WORDS_OF_A_NAME.matcher(name).replaceAll(" ").strip());
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
