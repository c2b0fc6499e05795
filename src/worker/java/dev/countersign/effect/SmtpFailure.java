package dev.countersign.effect;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// What an SMTP exchange that did not succeed means. A reply of the 4yz or 5yz class is the relay's
/// word that it did not take the message (RFC 5321, 4.2.1); silence after the text began is not.
final class SmtpFailure {
  private SmtpFailure() {}

  static Attempt of(MessagingException e, boolean textBegun) {
    int code = code(e);
    var said = "The mail relay answered %d.".formatted(code);
    if (code >= 400 && code < 500) return new Attempt.NotDone(said);
    if (code >= 500 && code < 600) return new Attempt.Impossible(said);
    return textBegun
        ? new Attempt.Unknown("The mail relay was handed the message and did not answer.")
        : new Attempt.NotDone(
            "The mail relay could not be reached (%s).".formatted(e.getClass().getSimpleName()));
  }

  private static int code(MessagingException e) {
    for (Exception at = e; at instanceof MessagingException m; at = m.getNextException()) {
      int code =
          switch (m) {
            case SMTPAddressFailedException a -> a.getReturnCode();
            case SMTPSenderFailedException s -> s.getReturnCode();
            case SMTPSendFailedException s -> s.getReturnCode();
            default -> -1;
          };
      if (code > 0) return code;
    }
    return -1;
  }
}
