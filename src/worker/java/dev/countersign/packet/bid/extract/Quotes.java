package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes citations whose quote stands in the text of its page, from what a reader would quote first
/// to what can surely be found.
final class Quotes {
  private static final int SHORTEST = 4;

  private final String source;
  private final String document;
  private final Map<Integer, String> pages = new HashMap<>();

  Quotes(Document document) {
    this.source = document.id();
    this.document = document.name();
    for (Page page : document.pages()) pages.put(page.number(), folded(page.text()));
  }

  /// @param wanted quotes in the order of preference; the last one is taken when none is found
  Citation cite(int page, List<String> wanted) {
    String text = pages.getOrDefault(page, "");
    String quote =
        wanted.stream()
            .map(String::strip)
            .filter(q -> q.length() >= SHORTEST && text.contains(folded(q)))
            .findFirst()
            .orElse(wanted.getLast().strip());
    return new Citation(source, document, page, quote);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
  }
}
