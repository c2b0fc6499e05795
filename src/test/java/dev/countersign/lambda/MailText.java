package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// A mail as its receiver sees it.
///
/// @param text of its plain part
/// @param attachments the names of its attached files
record MailText(String text, List<String> attachments) {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/review/[A-Za-z0-9._~-]+");

  static MailText of(SesDouble.Mail mail) throws IOException, MessagingException {
    var bytes = new ByteArrayInputStream(mail.text().getBytes(ISO_8859_1));
    var text = new StringBuilder();
    var attachments = new ArrayList<String>();
    read(new MimeMessage(Session.getInstance(new Properties()), bytes), text, attachments);
    return new MailText(text.toString(), attachments);
  }

  /// The link that asks for a decision.
  Optional<String> reviewLink() {
    var found = LINK.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static void read(Part part, StringBuilder text, List<String> attachments)
      throws IOException, MessagingException {
    if (part.getFileName() != null) attachments.add(part.getFileName());
    else if (part.isMimeType("text/plain")) text.append(part.getContent());
    else if (part.getContent() instanceof Multipart parts)
      for (int i = 0; i < parts.getCount(); i++) read(parts.getBodyPart(i), text, attachments);
  }
}
