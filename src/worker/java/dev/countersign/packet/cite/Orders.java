package dev.countersign.packet.cite;

import dev.countersign.model.tools.Cited;
import dev.countersign.model.tools.Library;
import dev.countersign.source.Document;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Instruction;
import dev.countersign.source.QuoteFinder;
import java.util.List;
import java.util.Set;

/// The text of some documents that tries to instruct its reader, and what a model took from it.
public final class Orders {
  private static final Stems STEMS =
      new Stems(
          4,
          Set.of(
              "that",
              "this",
              "with",
              "from",
              "which",
              "what",
              "when",
              "where",
              "there",
              "their",
              "they",
              "them",
              "have",
              "been",
              "were",
              "will",
              "does",
              "also",
              "than",
              "then",
              "these",
              "those",
              "into",
              "must",
              "shall",
              "says",
              "states",
              "stated",
              "page",
              "document"));

  private final Library library;
  private final List<Instruction> found;

  private Orders(Library library, List<Instruction> found) {
    this.library = library;
    this.found = List.copyOf(found);
  }

  public static Orders in(Library library) {
    return new Orders(
        library,
        library.entries().stream()
            .flatMap(entry -> FindInstructions.in(entry.document()).stream())
            .toList());
  }

  public List<Instruction> all() {
    return found;
  }

  /// Whether it gives an order, or stands nowhere on its page but in one.
  public boolean hold(Cited cited) {
    if (FindInstructions.tells(cited.quote())) return true;
    var quote = QuoteFinder.normalized(cited.quote());
    long ordering =
        found.stream()
            .filter(one -> one.page() == cited.page() && one.source().equals(cited.source()))
            .map(Instruction::quote)
            .distinct()
            .mapToLong(words -> times(quote, words))
            .sum();
    return ordering > 0 && times(quote, text(cited)) <= ordering;
  }

  /// Whether some of these lines of a page give an order, together or with others.
  public boolean touch(String source, int page, String lines) {
    if (FindInstructions.tells(QuoteFinder.normalized(lines))) return true;
    return found.stream()
        .filter(one -> one.page() == page && one.source().equals(source) && !one.hidden())
        .map(one -> QuoteFinder.normalized(one.quote()))
        .anyMatch(order -> lines.lines().map(QuoteFinder::normalized).anyMatch(order::contains));
  }

  /// Whether a sentence gives an order itself; or, where the documents give any, says more than
  /// these do. Who orders what to say may as well have written what is to be quoted for it.
  public boolean speakIn(String sentence, List<String> grounds) {
    if (FindInstructions.tells(sentence)) return true;
    if (found.isEmpty()) return false;
    var own = STEMS.of(sentence);
    for (String ground : grounds) own.removeAll(STEMS.of(ground));
    return !own.isEmpty();
  }

  private String text(Cited cited) {
    return library.entries().stream()
        .map(Library.Entry::document)
        .filter(document -> document.id().equals(cited.source()))
        .map(document -> page(document, cited.page()))
        .findFirst()
        .orElse("");
  }

  private static String page(Document document, int number) {
    return document.pages().stream()
        .filter(page -> page.number() == number)
        .map(page -> page.text())
        .findFirst()
        .orElse("");
  }

  private static long times(String quote, String text) {
    var in = QuoteFinder.normalized(text);
    long times = 0;
    for (int at = in.indexOf(quote); at >= 0; at = in.indexOf(quote, at + 1)) times++;
    return times;
  }
}
