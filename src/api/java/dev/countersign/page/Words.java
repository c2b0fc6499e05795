package dev.countersign.page;

import dev.countersign.http.Bytes;
import dev.countersign.http.JobSentence;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How values read on pages.
@TemplateExtension
final class Words {
  private Words() {}

  /// E.g. `2 Mar 2026, 09:00 UTC`.
  static String words(Instant at) {
    return JobSentence.time(at);
  }

  /// E.g. `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`.
  static String lasting(Long millis) {
    var lasted = Duration.ofMillis(millis);
    if (lasted.toSeconds() < 10) return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    if (lasted.toMinutes() < 1) return lasted.toSeconds() + " s";
    if (lasted.toHours() < 1)
      return "%d min %d s".formatted(lasted.toMinutes(), lasted.toSecondsPart());
    return lasted.toDays() < 2
        ? "%d h %d min".formatted(lasted.toHours(), lasted.toMinutesPart())
        : lasted.toDays() + " days";
  }

  /// E.g. `1.5 MB`.
  static String size(Long bytes) {
    return Bytes.say(bytes);
  }

  /// `needs_review` as `needs review`, `role:reviewer` as it is.
  static String plain(String name) {
    return name.replace('_', ' ');
  }
}
