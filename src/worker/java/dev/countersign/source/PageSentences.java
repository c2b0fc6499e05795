package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a page's text into sentences. Lines that belong together are joined first.
public final class PageSentences {
  private static final Pattern STARTS_ANEW =
      Pattern.compile("^(?:[•‣▪◦·*–—-]\\s|\\(?\\d{1,2}[.)]\\s|\\(?[a-z][.)]\\s).*");
  private static final Pattern END = Pattern.compile("(?<=[.!?;])\\s+(?=[\\p{Lu}\\p{Ps}“\"(])");
  private static final int SHORT_LINE = 40;

  /// No sentence of a person is longer; patterns are not run over more.
  private static final int LONGEST = 1_000;

  private static final int SHORTEST = 4;
  private static final int OVERLAP = 200;

  private PageSentences() {}

  /// In the order of the page; each is at most 1,000 characters of it.
  public static List<String> of(Page page) {
    return cut(page.text()).stream()
        .map(sentence -> sentence.substring(0, Math.min(sentence.length(), LONGEST)).strip())
        .filter(words -> words.length() >= SHORTEST)
        .toList();
  }

  /// The same, with what is longer in parts that overlap: for finding what stands far behind.
  static List<String> parts(Page page) {
    var parts = new ArrayList<String>();
    for (String sentence : cut(page.text()))
      for (int from = 0; from < sentence.length(); from += LONGEST - OVERLAP)
        parts.add(sentence.substring(from, Math.min(sentence.length(), from + LONGEST)).strip());
    return parts;
  }

  private static List<String> cut(String text) {
    return blocks(text).stream().flatMap(END::splitAsStream).toList();
  }

  private static List<String> blocks(String text) {
    var blocks = new ArrayList<String>();
    var block = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      var words = line.strip();
      if (words.isEmpty() || STARTS_ANEW.matcher(words).matches() || endsBlock(block))
        close(block, blocks);
      if (!words.isEmpty()) block.append(block.isEmpty() ? "" : " ").append(words);
      if (words.length() < SHORT_LINE) block.append('\u0000');
    }
    close(block, blocks);
    return blocks;
  }

  private static boolean endsBlock(StringBuilder block) {
    return !block.isEmpty() && block.charAt(block.length() - 1) == '\u0000';
  }

  private static void close(StringBuilder block, List<String> blocks) {
    var words = block.toString().replace("\u0000", "").strip();
    if (!words.isEmpty()) blocks.add(words);
    block.setLength(0);
  }
}
