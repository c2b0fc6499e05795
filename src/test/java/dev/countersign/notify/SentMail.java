package dev.countersign.notify;

import dev.countersign.effect.MailReceiver.Received;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// A mail as whoever got it sees it.
public record SentMail(MimeMessage message) {
  public static SentMail of(Received received) {
    try {
      return new SentMail(
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(received.bytes())));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String to() {
    return header("To");
  }

  public String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Empty when there is none; unfolded.
  public String header(String name) {
    try {
      var value = message.getHeader(name, ",");
      return value == null ? "" : value.replaceAll("\\s+", " ");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every header, `Name: value`.
  public List<String> headers() {
    try {
      return Collections.list(message.getAllHeaders()).stream()
          .map((Header h) -> h.getName() + ": " + h.getValue())
          .toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String text() {
    return part(message, "text/plain").orElseThrow();
  }

  public String html() {
    return part(message, "text/html").orElseThrow();
  }

  private static Optional<String> part(Part part, String type) {
    try {
      if (part.isMimeType(type)) return Optional.of(part.getContent().toString());
      if (!(part.getContent() instanceof Multipart parts)) return Optional.empty();
      for (int i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
