package dev.countersign.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `wait=N` preference of a request (RFC 7240, section 4.3): how many seconds it would rather
/// wait for the result than be told to come again.
final class Wait {
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})");

  private Wait() {}

  /// At most `most`; empty when nothing is preferred, or not a whole number of seconds.
  static Optional<Duration> preferred(List<String> preferHeaders, Duration most) {
    return preferHeaders.stream()
        .map(WAIT::matcher)
        .filter(java.util.regex.Matcher::find)
        .findFirst()
        .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))))
        .map(wanted -> wanted.compareTo(most) > 0 ? most : wanted);
  }

  /// The value of `Preference-Applied`.
  static String applied(Duration wait) {
    return "wait=" + wait.toSeconds();
  }
}
