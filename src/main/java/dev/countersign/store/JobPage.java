package dev.countersign.store;

import dev.countersign.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some of an owner's jobs, newest first.
///
/// @param next where the following page begins; null on the last one
public record JobPage(List<Job> jobs, @Nullable Cursor next) {
  public JobPage {
    jobs = List.copyOf(jobs);
  }

  /// Which jobs are wanted.
  ///
  /// @param status a public status, e.g. `needs_review`
  /// @param workflow a workflow's name
  /// @param since submitted then or later
  public record Filter(
      @Nullable String status, @Nullable String workflow, @Nullable Instant since) {
    public static final Filter ALL = new Filter(null, null, null);
  }

  /// A place in a list, opaque to its reader.
  public record Cursor(String token) {
    /// Empty when that is no cursor.
    public static Optional<Cursor> parse(String token) {
      var cursor = new Cursor(token);
      return OwnerIndex.isPlace(cursor) ? Optional.of(cursor) : Optional.empty();
    }
  }
}
