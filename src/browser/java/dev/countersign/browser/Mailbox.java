package dev.countersign.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.TestServices;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was mailed, read as mail programs read it.
@ApplicationScoped
@IfBuildProfile(InTheBrowser.PROFILE)
public class Mailbox {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/review/([A-Za-z0-9._~-]+)");

  /// One mail.
  record Letter(String to, String subject, String text, String id) {
    /// The review link in it; fails when there is none.
    String link() {
      var found = LINK.matcher(text);
      if (!found.find()) throw new AssertionError("No link in: " + text);
      return found.group();
    }

    private boolean asksAbout(String job) {
      var found = LINK.matcher(text);
      return found.find() && claims(found.group(1)).contains(job);
    }

    private static String claims(String token) {
      return new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), UTF_8);
    }
  }

  /// Everything that went to this address, oldest first.
  List<Letter> to(String address) {
    if (Files.notExists(TestServices.outbox())) return List.of();
    try (var files = Files.list(TestServices.outbox())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mailbox::letter)
          .filter(letter -> letter.to().equals(address))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The mails that asked this address for a decision on that job, oldest first.
  List<Letter> asking(String address, String job) {
    return to(address).stream().filter(letter -> letter.asksAbout(job)).toList();
  }

  private static Letter letter(Path file) {
    try {
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(Files.readAllBytes(file)));
      return new Letter(
          mail.getAllRecipients()[0].toString(),
          mail.getSubject(),
          String.join("\n", plain(mail).toList()),
          mail.getMessageID());
    } catch (MessagingException e) {
      throw new AssertionError(file + " is no mail", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> plain(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) return Stream.of(part.getContent().toString());
    var texts = Stream.<String>empty();
    if (part.getContent() instanceof Multipart parts)
      for (int i = 0; i < parts.getCount(); i++)
        texts = Stream.concat(texts, plain(parts.getBodyPart(i)));
    return texts;
  }
}
