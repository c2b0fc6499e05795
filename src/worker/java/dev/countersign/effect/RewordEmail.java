package dev.countersign.effect;

import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Words a rendered e-mail anew, subject and text, and renders it whole again. To whom it goes,
/// what is attached, its Date and its Message-ID stay. An HTML form of the old text goes.
@ApplicationScoped
public class RewordEmail {
  private final RenderEmail render;

  public RewordEmail(RenderEmail render) {
    this.render = render;
  }

  /// @param subject null to keep it
  /// @param text null to keep it, with its HTML form
  /// @throws IllegalArgumentException when it is not an e-mail as [RenderEmail] makes them
  public Action reworded(Action action, @Nullable String subject, @Nullable String text) {
    var email = read(action.payload());
    return render.action(
        new Email(
            email.to(),
            Objects.requireNonNullElse(subject, email.subject()),
            Objects.requireNonNullElse(text, email.text()),
            text == null ? email.html() : null,
            email.attachments(),
            email.stamp()));
  }

  /// The e-mail that was rendered to these bytes.
  static Email read(byte[] bytes) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      var parts = new Parts();
      parts.take(message);
      return new Email(
          header(message, "To"),
          Objects.requireNonNullElse(message.getSubject(), ""),
          Objects.requireNonNullElse(parts.text, ""),
          parts.html,
          parts.attachments,
          new Email.Stamp(stamp(header(message, "Message-ID")), date(message)));
    } catch (MessagingException e) {
      throw new IllegalArgumentException("not an e-mail that can be worded anew", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    var value = message.getHeader(name, null);
    if (value == null) throw new IllegalArgumentException("an e-mail without " + name);
    return value;
  }

  private static Instant date(MimeMessage message) throws MessagingException {
    var date = message.getSentDate();
    if (date == null) throw new IllegalArgumentException("an e-mail without a Date");
    return date.toInstant();
  }

  private static String stamp(String messageId) {
    return messageId.substring(1, messageId.lastIndexOf('@'));
  }

  private static final class Parts {
    private @Nullable String text;
    private @Nullable String html;
    private final List<Artifact> attachments = new ArrayList<>();

    void take(Part part) throws MessagingException, IOException {
      var name = part.getFileName();
      if (name != null)
        attachments.add(
            new Artifact(
                MimeUtility.decodeText(name),
                part.getContentType(),
                part.getInputStream().readAllBytes()));
      else if (part.getContent() instanceof Multipart nested)
        for (int i = 0; i < nested.getCount(); i++) take(nested.getBodyPart(i));
      else if (part.isMimeType("text/html")) html = part.getContent().toString();
      else text = part.getContent().toString();
    }
  }
}
