package dev.countersign.packet.bid.scope;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Dates as people write them: "2026-05-12", "May 12, 2026", "12 May 2026", "5/12/2026",
/// "12.05.2026". With slashes the month comes first unless it cannot.
public final class StatedDates {
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b"
              + "|\\b"
              + MONTH
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b"
              + "|\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+"
              + MONTH
              + ",?[\\s-]+(\\d{4})\\b"
              + "|\\b(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b"
              + "|\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private StatedDates() {}

  /// A date and where in the text it stands.
  public record Found(LocalDate date, int start, int end) {}

  /// All dates in the text's order; what looks like one and is none is left out.
  public static List<Found> in(String text) {
    var found = new ArrayList<Found>();
    var matcher = DATE.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      of(matcher.toMatchResult()).ifPresent(date -> found.add(new Found(date, start, end)));
    }
    return found;
  }

  public static Optional<LocalDate> first(String text) {
    return in(text).stream().findFirst().map(Found::date);
  }

  private static Optional<LocalDate> of(MatchResult match) {
    if (match.group(1) != null) return date(match.group(1), match.group(2), match.group(3));
    if (match.group(4) != null) return date(match.group(6), month(match.group(4)), match.group(5));
    if (match.group(7) != null) return date(match.group(9), month(match.group(8)), match.group(7));
    if (match.group(13) != null) return date(match.group(15), match.group(14), match.group(13));
    var year = match.group(12).length() == 2 ? "20" + match.group(12) : match.group(12);
    return date(year, match.group(10), match.group(11))
        .or(() -> date(year, match.group(11), match.group(10)));
  }

  private static String month(String name) {
    return Integer.toString(MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) / 3 + 1);
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
