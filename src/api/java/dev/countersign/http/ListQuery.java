package dev.countersign.http;

import dev.countersign.store.JobPage.Cursor;
import dev.countersign.store.JobPage.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of a list of jobs, checked; what cannot be meant is a problem, not an empty list.
public final class ListQuery {
  /// The public statuses, in the order of a job's life.
  public static final List<String> STATUSES =
      List.of(
          "queued",
          "running",
          "needs_review",
          "approved",
          "completed",
          "rejected",
          "failed",
          "canceled",
          "expired");

  private ListQuery() {}

  /// Empty text counts as not given, as forms send it.
  ///
  /// @throws ProblemException 400
  public static Filter filter(
      @Nullable String status, @Nullable String workflow, @Nullable String since) {
    var wanted = given(status);
    if (wanted != null && !STATUSES.contains(wanted))
      throw bad("There is no status of that name.", "Use one of " + String.join(", ", STATUSES));
    return new Filter(wanted, given(workflow), since(given(since)));
  }

  /// @throws ProblemException 400
  public static Optional<Cursor> cursor(@Nullable String cursor) {
    var token = given(cursor);
    if (token == null) return Optional.empty();
    return Optional.of(
        Cursor.parse(token)
            .orElseThrow(
                () -> bad("This cursor was not made here.", "Use next_cursor as it came.")));
  }

  private static @Nullable Instant since(@Nullable String text) {
    if (text == null) return null;
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw bad("since is neither a date nor a time.", "Write 2026-03-02 or 2026-03-02T09:00:00Z.");
    }
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static ProblemException bad(String detail, String remedy) {
    return ProblemDetails.badRequest(detail, remedy).thrown();
  }
}
