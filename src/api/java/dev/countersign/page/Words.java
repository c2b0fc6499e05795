package dev.countersign.page;

import dev.countersign.http.Bytes;
import dev.countersign.http.JobSentence;
import dev.countersign.job.Spending;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How values read on pages.
@TemplateExtension
final class Words {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int DIGITS = 4;

  private Words() {}

  /// E.g. `2 Mar 2026, 09:00 UTC`.
  static String words(Instant at) {
    return JobSentence.time(at);
  }

  /// To the second, e.g. `2 Mar 2026, 09:00:07 UTC`.
  static String exact(Instant at) {
    return EXACT.format(at);
  }

  /// What a kind of effect is called.
  static String effect(String kind) {
    return switch (kind) {
      case "email" -> "e-mail";
      case "webhook" -> "web call";
      case "record-change" -> "record change";
      case "publish" -> "publication";
      default -> plain(kind);
    };
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

  /// What something cost, as people read it: to a hundredth of a cent, e.g. `$1.20`, `$0.0433`, and
  /// never nothing when it was something.
  static String dollars(String usd) {
    var exact = new BigDecimal(usd);
    var shown = exact.setScale(DIGITS, RoundingMode.HALF_UP);
    return Spending.words(shown.signum() == 0 ? exact.setScale(DIGITS, RoundingMode.UP) : shown);
  }

  /// How long it took, e.g. `0.4 s`.
  static String took(Instant from, Instant to) {
    return lasting(Math.max(0, Duration.between(from, to).toMillis()));
  }

  /// A field's or role's name as a label: `deliver_to` as `Deliver to`.
  static String capital(String name) {
    var plain = plain(name);
    return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }

  /// Whether a page's address is that of a notification's link.
  static boolean byLink(String base) {
    return base.startsWith("/review/");
  }

  /// For an attribute that takes a list.
  static String joined(List<String> values) {
    return String.join(",", values);
  }

  /// The first characters of a hash.
  static String start(String hash) {
    return hash.length() > 16 ? hash.substring(0, 16) + "\u2026" : hash;
  }

  /// `needs_review` as `needs review`, `role:reviewer` as it is.
  static String plain(String name) {
    return name.replace('_', ' ');
  }
}
