package dev.countersign.source;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A mail to pages: the first holds its headers and text (forwarded mails follow in the text), then
/// come the pages of its attachments, each labelled with the attachment's safe name.
final class MailReader implements SourceReader {
  private final ReadContent attachments;

  MailReader(ReadContent attachments) {
    this.attachments = attachments;
  }

  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    Properties lenient = new Properties();
    lenient.setProperty("mail.mime.address.strict", "false");
    MailText text = new MailText(limits);
    try (InputStream in = Files.newInputStream(file)) {
      text.addMessage(new MimeMessage(Session.getInstance(lenient), in));
    } catch (MessagingException e) {
      text.markDamaged();
    }
    if (text.isBlank()) return Reading.nothing(Gap.damaged(name));
    return withAttachments(name, text, limits);
  }

  private Reading withAttachments(String name, MailText text, ReadLimits limits)
      throws IOException {
    List<Page> pages = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    pages.add(text.page());
    if (text.isDamaged()) gaps.add(Gap.damagedInPart(name));
    if (text.isFull()) gaps.add(Gap.cutShort(name, "the end of the text"));
    for (MailText.Attachment attachment : text.attachments()) {
      Reading inside =
          attachments.read(attachment.name(), attachment.content().readAllBytes(), limits);
      for (Page page : inside.pages()) {
        String label = "attachment %s, %s".formatted(attachment.name(), page.label());
        pages.add(page.as(pages.size() + 1, label));
      }
      inside.gaps().forEach(gap -> gaps.add(gap.in("attachment " + attachment.name())));
    }
    return new Reading(pages, gaps);
  }
}
