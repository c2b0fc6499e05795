package dev.countersign.page;

import dev.countersign.http.SayParts;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/// The fields of a decision's form beside what is decided: the page it was on, and what an edit or
/// a handed say needs.
public class ShownForm {
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

  SayParts.Parts parts(@Nullable String decision, @Nullable String words) {
    return new SayParts.Parts(decision, words, to, action, subject, text);
  }
}
