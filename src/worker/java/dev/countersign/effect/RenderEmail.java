package dev.countersign.effect;

import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;

/// Renders an e-mail whole, to the very bytes that will go out: the same e-mail gives the same
/// bytes, whenever and wherever it is rendered.
@ApplicationScoped
public class RenderEmail {
  private final MailConfig config;

  RenderEmail(MailConfig config) {
    this.config = config;
  }

  /// The e-mail as something that a person can approve.
  ///
  /// @throws IllegalArgumentException when an address is none
  public Action action(Email email) {
    return new Action("email", email.to(), line(email.subject()), "message/rfc822", bytes(email));
  }

  /// RFC 5322 and MIME, lines ended by CRLF. No header takes a line break from its value.
  ///
  /// @throws IllegalArgumentException when an address is none
  public byte[] bytes(Email email) {
    try {
      var body = MimeParts.body(email);
      var out = new ByteArrayOutputStream();
      var lines = headers(email, body.contentType()).getAllHeaderLines();
      for (var header : Collections.list(lines)) write(out, header + "\r\n");
      write(out, "\r\n");
      out.write(body.content());
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("an e-mail cannot be rendered: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InternetHeaders headers(Email email, String contentType) throws IOException {
    var headers = new InternetHeaders();
    var dates = new MailDateFormat();
    dates.setTimeZone(TimeZone.getTimeZone("UTC"));
    headers.setHeader("Date", dates.format(Date.from(email.stamp().at())));
    headers.setHeader("From", address(config.from()));
    headers.setHeader("To", address(email.to()));
    headers.setHeader("Message-ID", id(email.stamp().id()));
    if (email.thread() != null) notification(headers, email.thread());
    headers.setHeader(
        "Subject",
        MimeUtility.fold(9, MimeUtility.encodeText(line(email.subject()), "UTF-8", "B")));
    headers.setHeader("MIME-Version", "1.0");
    headers.setHeader("Content-Type", contentType);
    headers.setHeader("Auto-Submitted", "auto-generated");
    return headers;
  }

  /// For mail readers that group and sort, and so that no absence notice comes back.
  private void notification(InternetHeaders headers, List<String> before) {
    headers.setHeader("List-Id", "Countersign <notifications." + domain() + ">");
    headers.setHeader("X-Auto-Response-Suppress", "All");
    if (before.isEmpty()) return;
    headers.setHeader("In-Reply-To", id(before.getLast()));
    headers.setHeader(
        "References", before.stream().map(this::id).collect(Collectors.joining("\r\n ")));
  }

  private String id(String stamp) {
    return "<" + stamp + "@" + domain() + ">";
  }

  /// One plain address, as it may stand in a header or an envelope.
  static String address(String text) {
    try {
      if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == ',' || c == '<' || c > 0x7e))
        throw new IllegalArgumentException("not a single plain e-mail address");
      new InternetAddress(text, true).validate();
      return text;
    } catch (AddressException e) {
      throw new IllegalArgumentException("not a single plain e-mail address", e);
    }
  }

  /// The text on one line, without control characters.
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private String domain() {
    return config.from().substring(config.from().indexOf('@') + 1);
  }

  private static void write(ByteArrayOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
