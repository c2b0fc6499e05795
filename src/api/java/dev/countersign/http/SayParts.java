package dev.countersign.http;

import dev.countersign.job.Decision.Say;
import org.jspecify.annotations.Nullable;

/// Reads what a person says out of a form or a body.
public final class SayParts {
  /// Enough for a page of text, and little enough for the job's record.
  public static final int MOST_CHARS = 4000;

  private SayParts() {}

  /// @param decision `approve`, `reject` or `request_changes`
  /// @param words reason or comment; needed for all but `approve`
  /// @throws ProblemException 422
  public static Say say(@Nullable String decision, @Nullable String words) {
    var said = words == null ? "" : words.strip();
    if (said.length() > MOST_CHARS)
      throw bad(
          "The words are longer than %d characters.".formatted(MOST_CHARS), "Say it shorter.");
    return switch (decision == null ? "" : decision) {
      case "approve" -> new Say.Approve();
      case "reject" -> new Say.Reject(needed(said, "reason"));
      case "request_changes" -> new Say.RequestChanges(needed(said, "comment"));
      default ->
          throw bad(
              "There is no such decision.",
              "Send decision: approve, reject (with reason) or request_changes (with comment).");
    };
  }

  private static String needed(String words, String what) {
    if (words.isEmpty())
      throw bad(
          "A %s is missing.".formatted(what),
          "Say in a few words why, so that the submitter can act on it.");
    return words;
  }

  private static ProblemException bad(String detail, String remedy) {
    return ProblemDetails.of(422, "bad-decision", "This is not a decision", detail, remedy)
        .thrown();
  }
}
