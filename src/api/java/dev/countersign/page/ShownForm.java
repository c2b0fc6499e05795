package dev.countersign.page;

import dev.countersign.http.SayParts;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/// The fields of a decision's form: what is said, the page it was on, and what an edit or a handed
/// say needs.
public class ShownForm {
  @FormParam("decision")
  @Nullable String decision;

  @FormParam("words")
  @Nullable String words;

  @FormParam("display")
  @Nullable String display;

  @FormParam("to")
  @Nullable String to;

  @FormParam("action")
  @Nullable Integer action;

  @FormParam("subject")
  @Nullable String subject;

  @FormParam("text")
  @Nullable String text;

  @Nullable String display() {
    return display;
  }

  /// The words that the form begins with are not the person's.
  SayParts.Parts parts() {
    var said = words == null || words.strip().equals(AnswerForms.TRY_AGAIN.strip()) ? null : words;
    return new SayParts.Parts(decision, said, to, action, subject, text);
  }
}
