package dev.countersign.source;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the parts of a mail and collects its headers, its text and its attachments.
final class MailText {
  private static final List<String> SHOWN = List.of("Date", "From", "To", "Cc", "Subject");
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 200;

  /// @param name safe to show; never used as a path
  record Attachment(String name, ByteArrayInputStream content) {}

  private final ReadLimits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<TextLine> hidden = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private long attached;
  private int parts;
  private boolean damaged;

  MailText(ReadLimits limits) {
    this.limits = limits;
  }

  void addMessage(Message message) throws MessagingException, IOException {
    addMessage(message, 0);
  }

  private void addMessage(Message message, int depth) throws MessagingException, IOException {
    for (String header : SHOWN) {
      String[] values = message.getHeader(header);
      if (values == null) continue;
      for (String value : values) addLine(header + ": " + decoded(value));
    }
    text.append('\n');
    addPart(message, depth);
  }

  private void addPart(Part part, int depth) throws MessagingException, IOException {
    Interrupted.check();
    if (depth > DEEPEST || ++parts > MOST_PARTS || isFull()) {
      damaged = true;
      return;
    }
    try {
      if (isAttachment(part)) attach(part);
      else if (part.isMimeType("multipart/*")) addAll((Multipart) part.getContent(), part, depth);
      else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message inner) {
        addLine("");
        addMessage(inner, depth + 1);
      } else if (part.isMimeType("text/html")) addHtml(read(part));
      else if (part.isMimeType("text/*")) addText(read(part));
      else attach(part);
    } catch (MessagingException | IOException | ClassCastException e) {
      damaged = true;
    }
  }

  private static boolean isAttachment(Part part) throws MessagingException {
    boolean named = part.getFileName() != null;
    boolean declared = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    return !part.isMimeType("multipart/*")
        && (declared ? true : named && part instanceof BodyPart)
        && !part.isMimeType("message/rfc822");
  }

  private void addAll(Multipart all, Part of, int depth) throws MessagingException, IOException {
    if (of.isMimeType("multipart/alternative")) {
      BodyPart best = best(all);
      if (best != null) addPart(best, depth + 1);
      return;
    }
    for (int i = 0; i < all.getCount(); i++) addPart(all.getBodyPart(i), depth + 1);
  }

  /// Plain text that says something, else the last alternative, which is the richest (RFC 2046,
  /// section 5.1.4).
  private @Nullable BodyPart best(Multipart all) throws MessagingException, IOException {
    BodyPart last = null;
    for (int i = 0; i < all.getCount(); i++) {
      last = all.getBodyPart(i);
      if (last.isMimeType("text/plain") && !read(last).isBlank()) return last;
    }
    return last;
  }

  private void addHtml(String html) {
    HtmlText page = HtmlText.of(html);
    addText(page.seen());
    rows.addAll(page.rows());
    hidden.addAll(page.hidden());
  }

  private void addText(String written) {
    String plain = PlainText.of(written.replace("\r\n", "\n").replace('\r', '\n'));
    text.append(
        plain, 0, Math.min(plain.length(), Math.max(0, limits.characters() - text.length())));
    if (!plain.endsWith("\n")) text.append('\n');
  }

  private void addLine(String line) {
    text.append(line).append('\n');
  }

  private void attach(Part part) throws MessagingException, IOException {
    String name = part.getFileName();
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes((int) Math.min(limits.bytes() - attached + 1, 1 << 30));
      attached += bytes.length;
      String shown = SafeName.of(name == null ? "" : decoded(name));
      attachments.add(new Attachment(shown, new ByteArrayInputStream(bytes)));
    }
  }

  private String read(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return TextBytes.decode(in.readNBytes(4 * limits.characters()), charset(part));
    }
  }

  private static Charset charset(Part part) {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (MessagingException | IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String decoded(String header) {
    String unfolded = MimeUtility.unfold(header);
    try {
      return PlainText.line(MimeUtility.decodeText(unfolded));
    } catch (UnsupportedEncodingException e) {
      return PlainText.line(unfolded);
    }
  }

  void markDamaged() {
    damaged = true;
  }

  boolean isDamaged() {
    return damaged;
  }

  boolean isFull() {
    return text.length() >= limits.characters();
  }

  boolean isBlank() {
    return text.toString().isBlank() && attachments.isEmpty();
  }

  List<Attachment> attachments() {
    return attachments;
  }

  Page page() {
    return new Page(1, "mail", 0, 0, text.toString(), List.of(), rows, hidden);
  }
}
