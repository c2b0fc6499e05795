package dev.countersign.model.openai;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How long a provider wants to be left alone: `retry-after-ms` as OpenAI sends it, else
/// `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). At most a day is believed.
final class RetryAfter {
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  static Optional<Duration> in(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(text -> times(text, 1))
        .or(() -> headers.firstValue("retry-after").flatMap(text -> after(text, now)))
        .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
  }

  private static Optional<Duration> after(String text, Instant now) {
    return times(text, 1000).or(() -> until(text, now));
  }

  /// Digits, perhaps with a fraction; anything else is none.
  private static Optional<Duration> times(String text, int millis) {
    if (!text.strip().matches("\\d{1,12}(\\.\\d{1,6})?")) return Optional.empty();
    return Optional.of(
        Duration.ofMillis((long) Math.ceil(Double.parseDouble(text.strip()) * millis)));
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      var at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
