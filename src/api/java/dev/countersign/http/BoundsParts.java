package dev.countersign.http;

import dev.countersign.workflow.Bounds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads out of a request what a job may take at most: `budget`, for models, in USD; `time_limit`,
/// how long it may work (ISO 8601, such as `PT20M`).
public final class BoundsParts {
  static final String BUDGET = "budget";
  static final String TIME_LIMIT = "time_limit";
  private static final Pattern USD = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

  private BoundsParts() {}

  /// Takes its parts out of the fields.
  ///
  /// @throws ProblemException 422 for what is none
  static Bounds take(Map<String, String> fields) {
    return new Bounds(budget(fields.remove(BUDGET)), time(fields.remove(TIME_LIMIT)));
  }

  /// Null when nothing is said.
  ///
  /// @throws ProblemException 422 for what is no amount
  public static @Nullable BigDecimal budget(@Nullable String usd) {
    if (usd == null || usd.isBlank()) return null;
    if (USD.matcher(usd.strip()).matches()) return new BigDecimal(usd.strip());
    throw bad(
        "budget is not an amount in USD.",
        "Send digits with a decimal point, such as 0.50, and at most 6 of them after it.");
  }

  private static @Nullable Duration time(@Nullable String time) {
    if (time == null || time.isBlank()) return null;
    try {
      return Duration.parse(time.strip());
    } catch (DateTimeParseException _) {
      throw bad("time_limit is not a length of time.", "Send one as PT20M or PT2H.");
    }
  }

  private static ProblemException bad(String detail, String remedy) {
    return ProblemDetails.of(422, "bad-input", "The input cannot be worked on", detail, remedy)
        .thrown();
  }
}
