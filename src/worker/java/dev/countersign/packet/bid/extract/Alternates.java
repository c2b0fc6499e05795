package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names and signs of alternates.
final class Alternates {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b((?:(?:add|deduct|additive|deductive|bid|voluntary|owner)\\s+)?(?:alternates?|alternatives?|options?|alt\\.?)(?:\\s+(?:bid|item|price))?)[\\s#]*((?:no\\.?|number|#|item)?\\s*(?:\\d{1,2}[A-Za-z]?|[A-Z]{1,2}(?:-?\\d{1,2})?|one|two|three|four|five)(?![\\w]))?",
          Pattern.CASE_INSENSITIVE);

  private Alternates() {}

  /// "Alternate No. 1" out of a description or sentence; null when it has no number or letter.
  static @Nullable String label(String text) {
    Matcher m = LABEL.matcher(text);
    while (m.find()) {
      if (m.group(2) != null && !m.group(2).strip().equals("a")) {
        return (m.group(1) + " " + m.group(2).strip()).replaceAll("\\s+", " ").strip();
      }
    }
    return null;
  }

  /// Whether a line begins with the name of an alternate.
  static boolean begins(String text) {
    Matcher m = LABEL.matcher(text);
    return m.find() && m.start() <= 2 && m.group(2) != null && !m.group(2).strip().equals("a");
  }

  static String withoutLabel(String description) {
    Matcher m = LABEL.matcher(description);
    if (!m.find() || m.start() > 2 || m.group(2) == null) return description;
    String rest = description.substring(m.end()).replaceAll("^[\\s:,.)–—-]+", "");
    return rest.length() >= 4 ? rest : description;
  }

  /// Signed: a deduct is negative, however it is said.
  static BigDecimal signed(BigDecimal amount, String word, String description) {
    String all = (word + " " + description).toLowerCase(Locale.ROOT);
    boolean deduct =
        word.toLowerCase(Locale.ROOT)
                .matches("(?s).*\\b(?:deduct\\w*|credit|less|minus|save|reduce by|cr)\\b.*")
            || description
                .toLowerCase(Locale.ROOT)
                .matches(
                    "(?s)^(?:deduct\\w*|credit|delete|omit)\\b.*|.*\\b(?:deduct|deductive alternate|credit)\\W*$");
    boolean add = all.matches("(?s)^(?:add|additive|plus)\\b.*");
    return deduct && !add && amount.signum() > 0 ? amount.negate() : amount;
  }
}
