package dev.countersign.http;

import dev.countersign.workflow.Narrowing;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads out of a submission how the policy is to be stricter: `review_by`, some of the policy's
/// deciders, by commas; `review_approvals`, how many must approve; `review_within`, how long the
/// request lives (ISO 8601, such as `PT4H`).
final class NarrowingParts {
  static final String BY = "review_by";
  static final String APPROVALS = "review_approvals";
  static final String WITHIN = "review_within";

  private NarrowingParts() {}

  /// Takes its parts out of the fields.
  ///
  /// @throws ProblemException 422 for what is none
  static Narrowing take(Map<String, String> fields) {
    return new Narrowing(
        by(fields.remove(BY)), approvals(fields.remove(APPROVALS)), within(fields.remove(WITHIN)));
  }

  private static List<String> by(@Nullable String names) {
    if (names == null) return List.of();
    return Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private static @Nullable Integer approvals(@Nullable String count) {
    if (count == null) return null;
    try {
      int approvals = Integer.parseInt(count.strip());
      if (approvals > 0) return approvals;
    } catch (NumberFormatException _) {
      // said below
    }
    throw bad(APPROVALS + " is not a count of people.", "Send a number from 1 on.");
  }

  private static @Nullable Duration within(@Nullable String time) {
    if (time == null) return null;
    try {
      return Duration.parse(time.strip());
    } catch (DateTimeParseException _) {
      throw bad(WITHIN + " is not a length of time.", "Send one as PT4H or P2D.");
    }
  }

  private static ProblemException bad(String detail, String remedy) {
    return ProblemDetails.of(422, "bad-input", "The input cannot be worked on", detail, remedy)
        .thrown();
  }
}
