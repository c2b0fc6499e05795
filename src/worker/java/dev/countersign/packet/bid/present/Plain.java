package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Document text made safe to show: without control characters and without the marks that turn the
/// direction of what follows. What it says stays as it is.
final class Plain {
  private Plain() {}

  static String text(String text) {
    return text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> !Character.isISOControl(c) && !turnsDirection(c) && isXml(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F;
  }

  private static boolean isXml(int c) {
    return c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
  }

  static PacketView.Cite cite(Citation citation) {
    return new PacketView.Cite(text(citation.document()), citation.page(), text(citation.quote()));
  }

  static List<PacketView.Cite> cites(List<Citation> citations) {
    return citations.stream().distinct().map(Plain::cite).toList();
  }

  /// "p. 1", "pp. 1–2"; empty without a citation.
  static String pages(List<Citation> citations) {
    if (citations.isEmpty()) return "";
    String words = PageRange.words(citations.stream().map(Citation::page).toList());
    return words.replace("pages ", "pp. ").replace("page ", "p. ");
  }

  static String searched(List<Integer> pages) {
    return "searched " + PageRange.words(pages);
  }

  /// A stated value in words: a list of numbers as "1, 2".
  static String value(Stated<?> stated) {
    Object value = stated.value();
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : Stream.of(list.toArray()).map(String::valueOf).collect(Collectors.joining(", "));
    }
    return text(value.toString());
  }
}
