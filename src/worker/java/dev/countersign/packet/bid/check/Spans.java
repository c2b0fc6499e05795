package dev.countersign.packet.bid.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Spans of time as bids and scopes write them: "nine (9) weeks", "60 calendar days".
final class Spans {
  private static final List<String> NUMBERS =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> WORDS = words();
  private static final Pattern SPAN =
      Pattern.compile(
          "\\b((?:one hundred (?:and )?)?[a-z]+(?:[- ][a-z]+)?|\\d{1,4})\\s*(?:\\((\\d{1,4})\\)\\s*)?[- ]?((?:calendar|consecutive|working|business|work)\\s+)?(days?|weeks?|wks?|months?|years?)\\b",
          Pattern.CASE_INSENSITIVE);

  private Spans() {}

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    for (int number = 1; number < NUMBERS.size(); number++) words.put(NUMBERS.get(number), number);
    for (int ten = 2; ten < TENS.size(); ten++) {
      words.put(TENS.get(ten), ten * 10);
      for (int one = 1; one < 10; one++)
        words.put(TENS.get(ten) + "-" + NUMBERS.get(one), ten * 10 + one);
    }
    words.put("one hundred", 100);
    words.put("one hundred twenty", 120);
    words.put("one hundred eighty", 180);
    return Map.copyOf(words);
  }

  /// The first span in the text, in calendar days; five working days are a week.
  static Optional<Integer> days(String text) {
    var matcher = SPAN.matcher(text.toLowerCase(Locale.ROOT));
    int from = 0;
    while (matcher.find(from)) {
      var unit = matcher.group(4);
      boolean working = matcher.group(3) != null && matcher.group(3).matches("(?:work|bus).*");
      var count = count(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
      if (count.isPresent()) return count.map(number -> inDays(number, working, unit));
      from = matcher.end();
    }
    return Optional.empty();
  }

  private static Optional<Integer> count(String words) {
    if (words.matches("\\d+")) return Optional.of(Integer.parseInt(words));
    var plain = words.replace(' ', '-').replace("one-hundred-and", "one-hundred").strip();
    var known = WORDS.get(plain);
    if (known == null) known = WORDS.get(plain.replace('-', ' '));
    if (known == null && plain.contains("-"))
      known = WORDS.get(plain.substring(plain.lastIndexOf('-') + 1));
    return Optional.ofNullable(known);
  }

  private static int inDays(int count, boolean working, String unit) {
    var factor =
        switch (unit.charAt(0)) {
          case 'w' -> "7";
          case 'm' -> "30.4";
          case 'y' -> "365";
          default -> working ? "1.4" : "1";
        };
    return new BigDecimal(factor)
        .multiply(BigDecimal.valueOf(count))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
