package dev.countersign.packet.bid.scope;

import dev.countersign.source.Document;
import dev.countersign.source.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a document's content speaks for a bid, for a scope, or for neither.
///
/// @param amounts how many amounts of money it names
/// @param pricedLines lines of text that end in an amount
/// @param total the line that states a total with an amount, or nothing
/// @param offers whether it speaks as one who offers a price
/// @param asks how many of the things it says that only a scope says
/// @param items what reading it as a scope finds
record DocumentSigns(
    int amounts, int pricedLines, String total, boolean offers, int asks, int items, String title) {
  private static final String AMOUNT =
      "(?:[$€£]\\s?\\d[\\d,.]*|\\b\\d{1,3}(?:[,.]\\d{3})+(?:[.,]\\d{2})?\\b|\\b\\d+[.,]\\d{2}\\b)(?:\\s?[€£$])?";
  private static final Pattern MONEY = Pattern.compile(AMOUNT);
  private static final Pattern ENDS_IN_MONEY =
      Pattern.compile("\\p{L}{3,}.*" + AMOUNT + "\\)?\\.?\\s*$");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?i)\\b(?:total|base bid|lump sum|contract sum|bid price|complete price|grand total|gesamt\\w*|price for (?:the|all)|sum of|for the sum)\\b[^.:;]{0,120}:?\\s*(?:[A-Z]{3}\\s?)?"
              + AMOUNT);
  private static final Pattern OFFERS =
      Pattern.compile(
          "(?i)\\b(?:we|our|undersigned)\\b[^.]{0,80}\\b(?:propose|offer|price|bid|quote|charge|submit|pleased|estimate|acknowledge|exclude)\\w*|\\b(?:proposal|quotation|quote|estimate) (?:no\\.?|number|#|\\d)|\\bexclusions?\\b|\\b(?:proposes|offers) (?:to|the)\\b|\\bprice is (?:good|firm|valid)|\\bour (?:lump sum|price|offer|bid)\\b|\\b(?:firm|valid|good) until\\b|\\backnowledged\\b");
  private static final List<Pattern> ASKS =
      Stream.of(
              "bidders? (?:must|shall|are to|should|will|acknowledge)",
              "bids? (?:are|is|will be|shall be|must be|due)",
              "acknowledge addend",
              "award (?:is )?(?:planned|date)|to award|acts on",
              "scope of work|invitation (?:to|for) bids?|instructions to bidders|request for (?:proposals?|quotations?)",
              "price every|price each|carry \\$?[\\d,]+|to be priced",
              "quantities are estimates|estimated quantit",
              "in lieu of",
              "offers? (?:due|valid|shall)")
          .map(words -> Pattern.compile("(?i)\\b(?:" + words + ")"))
          .toList();

  static DocumentSigns of(Document document) {
    var text = document.pages().stream().map(Page::text).collect(Collectors.joining("\n"));
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new DocumentSigns(
        (int) MONEY.matcher(text).results().count(),
        (int)
            lines.stream()
                .filter(line -> line.length() < 500 && ENDS_IN_MONEY.matcher(line).find())
                .count(),
        total(text.replaceAll("\\s+", " ")),
        OFFERS.matcher(text).find(),
        (int) ASKS.stream().filter(words -> words.matcher(text).find()).count(),
        document.readable() ? new ReadScope().read(document).items().size() : 0,
        lines.stream().limit(4).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT));
  }

  private static String total(String text) {
    return TOTAL.matcher(text).results().map(MatchResult::group).reduce("", (_, last) -> last);
  }

  /// Above zero: more of a bid than of a scope.
  double bidness() {
    double bid = (total.isEmpty() ? 0 : 3) + Math.min(pricedLines, 6) * 0.6 + (offers ? 1.5 : 0);
    double scope = asks * 1.2 + (items >= 3 && pricedLines < items / 2 ? 3 : 0);
    return bid - scope;
  }

  boolean couldBeBid() {
    return bidness() > 0 && amounts > 0 && (!total.isEmpty() || offers || pricedLines > 1);
  }

  boolean couldBeScope() {
    return bidness() <= 0 && (items >= 2 || asks >= 2);
  }

  /// An addendum, a drawing list, a mail: says itself that it is something else.
  boolean isAddendum() {
    return title.matches("(?s).*\\baddendum (?:no\\.? ?|number ?|#)?\\d+\\b.*")
        && total.isEmpty()
        && items < 3;
  }
}
