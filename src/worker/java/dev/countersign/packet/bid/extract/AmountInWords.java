package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads English numbers in words: "eighty-six thousand one hundred and 50/100 dollars", "nine".
final class AmountInWords {
  private static final List<String> ONES =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
              .split(" "));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final Map<String, Integer> SMALL = small();
  private static final Map<String, Long> SCALES =
      Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
  private static final String WORD =
      "(?:" + String.join("|", SMALL.keySet()) + "|hundred|thousand|million|billion)";
  private static final Pattern PHRASE =
      Pattern.compile(
          "\\b("
              + WORD
              + "(?:(?:[\\s,-]+|\\s+and\\s+)"
              + WORD
              + ")*)\\b(?:\\s+(?:dollars?|euros?|pounds?|francs?))?"
              + "(?:,?\\s*(?:and|&)\\s*(?:(\\d{1,2}|no|xx)\\s*/\\s*100|("
              + WORD
              + "(?:[\\s-]+"
              + WORD
              + ")?)\\s+cents))?(?=[^\\w]|$)",
          Pattern.CASE_INSENSITIVE);

  private AmountInWords() {}

  /// An amount in words and where it stands.
  record Found(BigDecimal value, int start, int end) {}

  private static Map<String, Integer> small() {
    Map<String, Integer> small = new HashMap<>();
    for (int i = 0; i < ONES.size(); i++) small.put(ONES.get(i), i);
    for (int i = 2; i < TENS.size(); i++) small.put(TENS.get(i), i * 10);
    small.put("fourty", 40);
    small.put("ninty", 90);
    return Map.copyOf(small);
  }

  /// A sum of money in words: at least thousands, or followed by "dollars".
  static Optional<Found> sum(String text) {
    Matcher m = PHRASE.matcher(text);
    while (m.find()) {
      boolean large =
          m.group().toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:thousand|million)\\b.*");
      boolean currency =
          text.substring(m.start())
              .matches("(?is)^.{0,160}?\\b(?:dollars?|euros?|pounds|francs)\\b.*");
      if (large && (currency || m.group(2) != null || followedByFigures(text, m.end()))) {
        return Optional.of(new Found(value(m), m.start(), m.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean followedByFigures(String text, int end) {
    return text.substring(end).matches("(?s)^\\s*\\(?\\s*(?:US)?[$€£].*");
  }

  private static BigDecimal value(Matcher m) {
    BigDecimal whole = BigDecimal.valueOf(number(m.group(1)));
    if (m.group(2) != null && m.group(2).matches("\\d+")) {
      return whole.add(new BigDecimal(m.group(2)).movePointLeft(2));
    }
    if (m.group(3) != null) {
      return whole.add(BigDecimal.valueOf(number(m.group(3))).movePointLeft(2));
    }
    return whole;
  }

  /// A whole number in words; -1 when the text is none.
  static long number(String words) {
    long total = 0;
    long group = 0;
    boolean any = false;
    for (String word : words.toLowerCase(Locale.ROOT).split("[\\s,-]+", -1)) {
      if (word.equals("and") || word.isEmpty()) continue;
      Integer small = SMALL.get(word);
      Long scale = SCALES.get(word);
      if (small != null) group += small;
      else if (word.equals("hundred")) group = Math.max(1, group) * 100;
      else if (scale != null) {
        total += Math.max(1, group) * scale;
        group = 0;
      } else return -1;
      any = true;
    }
    return any ? total + group : -1;
  }
}
