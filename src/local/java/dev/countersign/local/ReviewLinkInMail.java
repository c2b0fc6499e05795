package dev.countersign.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// The link that a reviewer was mailed, as it stands in the mail.
final class ReviewLinkInMail {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/review/[A-Za-z0-9._~-]+");

  private ReviewLinkInMail() {}

  /// Empty when the message asks nobody for a decision.
  static Optional<URI> in(byte[] message) throws IOException {
    try {
      var parsed =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
      return link(parsed);
    } catch (MessagingException _) {
      return Optional.empty();
    }
  }

  private static Optional<URI> link(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/plain")) {
      var found = LINK.matcher(part.getContent().toString());
      return found.find() ? Optional.of(URI.create(found.group())) : Optional.empty();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = link(parts.getBodyPart(i));
        if (found.isPresent()) return found;
      }
    }
    return Optional.empty();
  }
}
