package dev.countersign.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An e-mail as its reader will get it, taken from the very bytes that go out.
///
/// @param text the plain text, empty without one
/// @param html the same as HTML; only ever shown where nothing of it can run
record MailPreview(
    String from,
    String to,
    String subject,
    @Nullable String date,
    String text,
    @Nullable String html,
    List<Attached> attachments) {

  /// @param bytes size once decoded
  record Attached(String name, String mediaType, long bytes) {}

  /// Empty for what cannot be read as a message.
  static Optional<MailPreview> of(byte[] message) {
    try {
      var mail = new MimeMessage(null, new ByteArrayInputStream(message));
      var parts = new Parts();
      parts.add(mail);
      return Optional.of(
          new MailPreview(
              header(mail, "From"),
              header(mail, "To"),
              Objects.requireNonNullElse(mail.getSubject(), ""),
              mail.getHeader("Date", null),
              parts.text,
              parts.html,
              parts.attachments));
    } catch (MessagingException | IOException _) {
      return Optional.empty();
    }
  }

  private static String header(MimeMessage mail, String name)
      throws MessagingException, IOException {
    var value = mail.getHeader(name, ", ");
    return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
  }

  /// Collects what a message is made of.
  private static final class Parts {
    private final List<Attached> attachments = new ArrayList<>();
    private String text = "";
    private @Nullable String html;

    void add(Part part) throws MessagingException, IOException {
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
        for (int i = 0; i < many.getCount(); i++) add(many.getBodyPart(i));
        return;
      }
      boolean body = part.getFileName() == null && !Part.ATTACHMENT.equals(part.getDisposition());
      if (body && part.isMimeType("text/plain") && text.isEmpty()) text = decoded(part);
      else if (body && part.isMimeType("text/html") && html == null) html = decoded(part);
      else if (part instanceof BodyPart) attachments.add(attached(part));
    }

    private static String decoded(Part part) throws MessagingException, IOException {
      return part.getContent() instanceof String content ? content : new String(bytes(part), UTF_8);
    }

    private static Attached attached(Part part) throws MessagingException, IOException {
      var name = Objects.requireNonNullElse(part.getFileName(), "unnamed");
      var type = part.getContentType();
      int end = type.indexOf(';');
      return new Attached(
          MimeUtility.decodeText(name),
          end < 0 ? type : type.substring(0, end),
          bytes(part).length);
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
      try (var in = part.getInputStream()) {
        return in.readAllBytes();
      }
    }
  }
}
