package dev.countersign.page;

import dev.countersign.http.SayParts.Parts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms by which a person answers a request; each carries the digests of what it was shown
/// with.
///
/// @param base where they are sent
/// @param altered whether what is stored is not any more what was proposed; it cannot be approved
/// @param signIn where to sign in before approving; null when that is not needed
/// @param wordings what may be worded anew
/// @param given what was sent and is to be mended
record AnswerForms(
    String base,
    String formToken,
    String digest,
    String display,
    boolean altered,
    @Nullable String signIn,
    List<Wording> wordings,
    Handing handing,
    Parts given) {
  static final Parts NOTHING = new Parts(null, null);

  /// What a request for changes begins with; alone it says nothing.
  static final String TRY_AGAIN = "Try again, but this time ";

  AnswerForms {
    wordings = List.copyOf(wordings);
  }

  /// Whom a say may be handed to.
  ///
  /// @param people who are known
  /// @param domains in which it may be anybody
  record Handing(List<String> people, List<String> domains) {
    public boolean possible() {
      return !people.isEmpty() || !domains.isEmpty();
    }
  }

  /// The id of the form that is to be mended; null when none is.
  public @Nullable String place() {
    var decision = given.decision();
    return switch (decision == null ? "" : decision) {
      case "edit" -> "edit";
      case "request_changes" -> "changes";
      case "reject" -> "reject";
      case "delegate" -> "hand-over";
      default -> null;
    };
  }

  public String comment() {
    var words = given.words();
    return words == null || !open("request_changes") ? TRY_AGAIN : words;
  }

  /// Whether this form is to be mended, and so must be seen.
  public boolean open(String decision) {
    return decision.equals(given.decision());
  }

  /// What was sent for this action, or how it is worded now.
  public String subject(Wording wording) {
    var sent = given.subject();
    return sent == null || !mending(wording) ? wording.subject() : sent;
  }

  public String text(Wording wording) {
    var sent = given.text();
    return sent == null || !mending(wording) ? wording.text() : sent;
  }

  public boolean mending(Wording wording) {
    var action = given.action();
    return open("edit") && (action == null ? 0 : action) == wording.number();
  }
}
