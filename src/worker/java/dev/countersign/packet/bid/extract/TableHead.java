package dev.countersign.packet.bid.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells the heading rows of tables.
final class TableHead {
  private static final Pattern WORD =
      Pattern.compile(
          "(?:description|item|items|no|#|nr|line|ref|code|csi|div|division|section|scope|trade|work|activity|task|qty|quantity|est|estimated|approx|unit|units|uom|u/m|um|price|rate|amount|amounts|extended|extension|ext|total|cost|value|sum|subtotal|labor|labour|material|materials|equipment|add|deduct|of|and|measure|bid|us|usd|eur|element|pos|menge|einheit|einzelpreis|gesamtpreis|gesamt|preis|betrag|notes|remarks|comments|spec|category|or|the|in|this|per|meas|prices|\\$|€)");

  private TableHead() {}

  static boolean is(String rowText) {
    String[] cells = rowText.split("\\t", -1);
    String[] words =
        rowText.toLowerCase(Locale.ROOT).replaceAll("[().:/*,&–—-]", " ").strip().split("\\s+");
    long known = Arrays.stream(words).filter(w -> WORD.matcher(w).matches()).count();
    if (words.length == 0 || words[0].isEmpty()) return false;
    if (cells.length >= 2)
      return known >= 2 && known >= 0.65 * words.length && !rowText.matches(".*\\d[\\d,.]*\\s*$");
    return known == words.length
        && words.length <= 2
        && rowText.matches(
            "(?i)\\W*(?:unit|price|qty|quantity|amount|total|measure|\\(?deduct\\)?|extended|est\\.?|no\\.?|cost|item)\\W*(?:price|no\\.?|cost|qty)?\\W*");
  }
}
