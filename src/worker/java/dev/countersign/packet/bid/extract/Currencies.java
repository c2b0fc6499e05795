package dev.countersign.packet.bid.extract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The currency of a bid, from the marks that stand with its figures.
final class Currencies {
  private static final Pattern HINT =
      Pattern.compile("[$€£]|US|CAD|CDN|EUR|GBP|CHF|SFr|AUD|NZD|SEK|NOK|DKK");

  private static final Map<String, Pattern> MARKS = marks();

  private Currencies() {}

  private static Map<String, Pattern> marks() {
    Map<String, Pattern> marks = new LinkedHashMap<>();
    marks.put("CAD", near("CAD|CA\\$|C\\$|CDN"));
    marks.put("AUD", near("AUD|A\\$"));
    marks.put("NZD", near("NZD|NZ\\$"));
    marks.put("EUR", near("EUR|€"));
    marks.put("GBP", near("GBP|£"));
    marks.put("CHF", near("CHF|SFr\\.?"));
    marks.put("SEK", near("SEK"));
    marks.put("NOK", near("NOK"));
    marks.put("DKK", near("DKK"));
    marks.put("USD", near("USD|US\\$|US"));
    return marks;
  }

  private static Pattern near(String mark) {
    return Pattern.compile(
        "(?<!\\w)(?:"
            + mark
            + ")\\s?\\d|\\d\\s?(?:"
            + mark
            + ")(?!\\w)|\\((?:in )?(?:"
            + mark
            + ")\\)"
            + "|(?i:(?:all (?:prices|amounts|sums|figures)|prices|amounts|sums|quoted|priced|currency)[^.]{0,30}\\b)(?:"
            + mark
            + ")(?!\\w)");
  }

  /// @return ISO 4217; USD when no mark says otherwise
  static String of(String document) {
    String text =
        document.lines().filter(l -> HINT.matcher(l).find()).collect(Collectors.joining("\n"));
    return MARKS.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue().matcher(text).results().count()))
        .filter(e -> e.getValue() > 0)
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse("USD");
  }
}
