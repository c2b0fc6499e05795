package dev.countersign.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them, in one zone that is always named.
final class Times {
  private static final Duration NEARLY_A_WEEK = Duration.ofDays(6);
  private final DateTimeFormatter day;
  private final DateTimeFormatter date;
  private final DateTimeFormatter whole;

  Times(ZoneId zone) {
    day = format("EEE HH:mm z", zone);
    date = format("EEE d MMM HH:mm z", zone);
    whole = format("EEE d MMM yyyy, HH:mm z", zone);
  }

  /// For a title: the day of the week is enough when it is less than a week from `from`.
  String brief(Instant at, Instant from) {
    return (Duration.between(from, at).compareTo(NEARLY_A_WEEK) < 0 ? day : date).format(at);
  }

  String whole(Instant at) {
    return whole.format(at);
  }

  private static DateTimeFormatter format(String pattern, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone);
  }
}
