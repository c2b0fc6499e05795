package dev.countersign.packet.bid.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds dates as bids write them: "May 12, 2026", "9 April 2026", "05/14/2026", "14.05.2026",
/// "2026-05-14".
final class Dates {
  private static final String MONTHS =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final Pattern PATTERN =
      Pattern.compile(
          "\\b"
              + MONTHS
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b"
              + "|\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:day\\s+)?of)?[\\s-]+"
              + MONTHS
              + ",?[\\s-]+(\\d{4})\\b"
              + "|\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"
              + "|\\b(\\d{1,2})([/.-])(\\d{1,2})\\11(\\d{4}|\\d{2})\\b",
          Pattern.CASE_INSENSITIVE);

  private Dates() {}

  /// A date and where it stands in the text.
  record Found(LocalDate date, int start, int end) {}

  static List<Found> in(String text) {
    if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) return List.of();
    List<Found> found = new ArrayList<>();
    Matcher m = PATTERN.matcher(text);
    while (m.find()) {
      LocalDate date = date(m);
      if (date != null) found.add(new Found(date, m.start(), m.end()));
    }
    return found;
  }

  private static @Nullable LocalDate date(Matcher m) {
    if (m.group(1) != null) return of(m.group(3), month(m.group(1)), m.group(2));
    if (m.group(4) != null) return of(m.group(6), month(m.group(5)), m.group(4));
    if (m.group(7) != null) return of(m.group(7), Integer.parseInt(m.group(8)), m.group(9));
    int first = Integer.parseInt(m.group(10));
    int second = Integer.parseInt(m.group(12));
    boolean dayFirst = first > 12 || m.group(11).equals(".");
    return dayFirst
        ? of(m.group(13), second, String.valueOf(first))
        : of(m.group(13), first, String.valueOf(second));
  }

  /// Null for what looks like a date and is none, such as 13/45/2026.
  private static @Nullable LocalDate of(String year, int month, String day) {
    int y = Integer.parseInt(year);
    int d = Integer.parseInt(day);
    if (month < 1 || month > 12 || d < 1) return null;
    YearMonth at = YearMonth.of(y < 100 ? 2000 + y : y, month);
    return at.isValidDay(d) ? at.atDay(d) : null;
  }

  private static int month(String name) {
    return switch (name.toLowerCase(Locale.ROOT).substring(0, 3)) {
      case "jan" -> 1;
      case "feb" -> 2;
      case "mar" -> 3;
      case "apr" -> 4;
      case "may" -> 5;
      case "jun" -> 6;
      case "jul" -> 7;
      case "aug" -> 8;
      case "sep" -> 9;
      case "oct" -> 10;
      case "nov" -> 11;
      default -> 12;
    };
  }
}
