package dev.countersign.page;

import dev.countersign.http.SayParts.Parts;
import java.util.List;

/// What a person may word anew: the subject and the text of one e-mail. Where it goes is not theirs
/// to say.
///
/// @param number its place among the actions, from 0
record Wording(int number, String to, String subject, String text) {

  static Wording of(int number, MailPreview mail) {
    return new Wording(number, mail.to(), mail.subject(), lines(mail.text()));
  }

  /// What an edit's form says without what it leaves as it was; any other form as it is. Browsers
  /// end lines by CRLF.
  static Parts changed(Parts form, List<Wording> shown) {
    if (!"edit".equals(form.decision())) return form;
    int action = form.action() == null ? 0 : form.action();
    var text = form.text() == null ? null : lines(form.text());
    var was = shown.stream().filter(w -> w.number() == action).findFirst();
    boolean sameText = text != null && was.filter(w -> w.sameText(text)).isPresent();
    boolean sameSubject = was.filter(w -> w.subject().equals(form.subject())).isPresent();
    return new Parts(
        form.decision(),
        form.words(),
        form.to(),
        action,
        sameSubject ? null : form.subject(),
        sameText ? null : text);
  }

  private boolean sameText(String other) {
    return text.stripTrailing().equals(other.stripTrailing());
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
