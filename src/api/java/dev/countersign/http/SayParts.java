package dev.countersign.http;

import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person says out of a form or a body.
public final class SayParts {
  /// Enough for a page of text, and little enough for the job's record.
  public static final int MOST_CHARS = 4000;

  /// The most of a text that is worded anew.
  public static final int MOST_TEXT_CHARS = 20_000;

  private static final int MOST_SUBJECT_CHARS = 200;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,<>\"]{1,64}@[^\\s@,<>\"]{1,189}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private SayParts() {}

  /// As it came in.
  ///
  /// @param decision `approve`, `reject`, `request_changes`, `edit` or `delegate`
  /// @param words reason or comment; needed for `reject` and `request_changes`
  /// @param to whom a say is handed to
  /// @param action which of those proposed is worded anew, from 0; the first when left out
  /// @param subject its new subject; null to keep it
  /// @param text its new text; null to keep it
  public record Parts(
      @Nullable String decision,
      @Nullable String words,
      @Nullable String to,
      @Nullable Integer action,
      @Nullable String subject,
      @Nullable String text) {
    /// Of one that neither edits nor hands on.
    public Parts(@Nullable String decision, @Nullable String words) {
      this(decision, words, null, null, null, null);
    }
  }

  /// @throws ProblemException 422
  public static Say say(Parts parts) {
    var given = parts.words();
    var said = given == null ? "" : given.strip();
    if (said.length() > MOST_CHARS)
      throw bad(
          "The words are longer than %d characters.".formatted(MOST_CHARS), "Say it shorter.");
    var decision = parts.decision();
    return switch (decision == null ? "" : decision) {
      case "approve" -> new Say.Approve();
      case "reject" -> new Say.Reject(needed(said, "reason"));
      case "request_changes" -> new Say.RequestChanges(needed(said, "comment"));
      case "edit" -> edit(parts);
      case "delegate" -> delegate(parts.to());
      default ->
          throw bad(
              "There is no such decision.",
              "Send decision: approve, reject (with reason), request_changes (with comment), edit"
                  + " (with subject or text) or delegate (with to).");
    };
  }

  private static Say edit(Parts parts) {
    var subject = parts.subject();
    var text = parts.text();
    if (subject == null && text == null)
      throw bad("The edit changes nothing.", "Send the new subject, the new text, or both.");
    if (subject != null
        && (subject.isBlank()
            || subject.length() > MOST_SUBJECT_CHARS
            || CONTROL.matcher(subject).find()))
      throw bad(
          "The subject is empty, too long, or more than one line.",
          "Send one line of at most %d characters.".formatted(MOST_SUBJECT_CHARS));
    if (text != null && (text.isBlank() || text.length() > MOST_TEXT_CHARS))
      throw bad(
          "The text is empty or too long.",
          "Send at most %,d characters.".formatted(MOST_TEXT_CHARS));
    var action = parts.action();
    return new Say.Edit(
        List.of(
            new Change(
                action == null ? 0 : action, subject == null ? null : subject.strip(), text)));
  }

  private static Say delegate(@Nullable String to) {
    if (to == null || !ADDRESS.matcher(to.strip()).matches())
      throw bad(
          "It does not say who is to decide instead.", "Send to: one plain address of a person.");
    return new Say.Delegate(to);
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
