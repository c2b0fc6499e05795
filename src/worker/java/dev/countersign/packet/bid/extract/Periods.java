package dev.countersign.packet.bid.extract;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time in figures or words: "60 days", "sixty (60) calendar days", "six-week".
final class Periods {
  private static final String NUMBER =
      "(?:\\d{1,3}|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one hundred(?: and)?)[- ]?)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)?)";
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<!\\w)("
              + NUMBER
              + ")(?:\\s*\\((\\d{1,3})\\))?[\\s-]+(?:(?:consecutive|calendar|working|business|full|more)\\s+)*(days?|weeks?|months?)\\b",
          Pattern.CASE_INSENSITIVE);

  private Periods() {}

  /// A span as written, such as 60 and "days".
  record Found(int count, String unit) {
    LocalDate after(LocalDate date) {
      return switch (unit.charAt(0)) {
        case 'd' -> date.plusDays(count);
        case 'w' -> date.plusWeeks(count);
        default -> date.plusMonths(count);
      };
    }
  }

  static Optional<Found> in(String text) {
    Matcher m = PATTERN.matcher(text);
    while (m.find()) {
      String digits = m.group(2) != null ? m.group(2) : m.group(1);
      long count = digits.matches("\\d+") ? Long.parseLong(digits) : AmountInWords.number(digits);
      if (count > 0)
        return Optional.of(new Found((int) count, m.group(3).toLowerCase(Locale.ROOT)));
    }
    return Optional.empty();
  }
}
