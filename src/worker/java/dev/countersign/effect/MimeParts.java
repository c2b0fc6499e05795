package dev.countersign.effect;

import dev.countersign.workflow.Artifact;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The body of an e-mail as MIME parts with given boundaries. All parts are encoded, so a boundary
/// (it has `=_`) can occur in none of them.
final class MimeParts {
  private MimeParts() {}

  /// A body with the header that describes it.
  @SuppressWarnings("ArrayRecordComponent")
  record Body(String contentType, byte[] content) {}

  static Body body(Email email) throws MessagingException, IOException {
    var parts = new ArrayList<MimeBodyPart>();
    var html = email.html();
    var text = text("plain", email.text());
    parts.add(html == null ? text : nested(email, text, text("html", html)));
    for (var attachment : email.attachments()) parts.add(attachment(attachment));
    return multipart("mixed", "=_mixed_" + email.stamp().id(), parts);
  }

  private static MimeBodyPart nested(Email email, MimeBodyPart text, MimeBodyPart html)
      throws MessagingException, IOException {
    var both = multipart("alternative", "=_alt_" + email.stamp().id(), List.of(text, html));
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", both.contentType());
    return new MimeBodyPart(headers, both.content());
  }

  private static Body multipart(String subtype, String boundary, List<MimeBodyPart> parts)
      throws MessagingException, IOException {
    var multipart = new WithBoundary(subtype, boundary);
    for (var part : parts) multipart.addBodyPart(part);
    var out = new ByteArrayOutputStream();
    multipart.writeTo(out);
    return new Body(multipart.getContentType(), out.toByteArray());
  }

  private static MimeBodyPart text(String subtype, String text)
      throws MessagingException, IOException {
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
    var out = new ByteArrayOutputStream();
    try (var encoder = MimeUtility.encode(out, "quoted-printable")) {
      encoder.write(text.replaceAll("\\R", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    return new MimeBodyPart(headers, out.toByteArray());
  }

  private static MimeBodyPart attachment(Artifact file) throws MessagingException {
    var name = new ParameterList();
    name.set("filename", RenderEmail.line(file.name()).replaceAll("[/\\\\\"]", "_"), "UTF-8");
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", new ContentType(file.mediaType()).toString());
    headers.setHeader("Content-Transfer-Encoding", "base64");
    headers.setHeader("Content-Disposition", new ContentDisposition("attachment", name).toString());
    return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(file.bytes()));
  }

  /// A multipart whose boundary is given instead of made up.
  private static final class WithBoundary extends MimeMultipart {
    WithBoundary(String subtype, String boundary) {
      super(subtype);
      var parameters = new ParameterList();
      parameters.set("boundary", boundary);
      contentType = new ContentType("multipart", subtype, parameters).toString();
    }
  }
}
