package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.workflow.Artifact;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderEmailTest {
  private static final Email.Stamp STAMP =
      new Email.Stamp("fx-1.r2", Instant.parse("2026-03-02T10:00:00Z"));
  private final RenderEmail render = TestMail.rendering();

  @Test
  void the_same_email_renders_to_the_same_bytes() {
    assertThat(render.bytes(email("Kitchen bids"))).isEqualTo(render.bytes(email("Kitchen bids")));
  }

  @Test
  void a_mail_reader_finds_text_html_and_the_attachment_unchanged() throws Exception {
    var message = parse(render.bytes(email("Küchen-Angebote: 漢字 und vieles mehr ".repeat(4))));

    var mixed = (MimeMultipart) message.getContent();
    var both = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(message.getSubject())
        .isEqualTo("Küchen-Angebote: 漢字 und vieles mehr ".repeat(4).strip());
    assertThat(message.getMessageID()).isEqualTo("<fx-1.r2@local.example>");
    assertThat(both.getBodyPart(0).getContent()).isEqualTo("Grüße,\r\n.\r\n=_alt_fx-1.r2");
    assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("vergleich é.pdf");
    assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes())
        .isEqualTo("%PDF".repeat(1000).getBytes(UTF_8));
  }

  @Test
  void every_line_ends_with_crlf_and_is_short_and_ascii() {
    var text = new String(render.bytes(email("ü".repeat(300))), UTF_8);

    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 998);
    assertThat(text.chars()).allMatch(c -> c < 128);
  }

  @Test
  void a_line_break_in_the_subject_makes_no_header() throws Exception {
    var message = parse(render.bytes(email("Bids\r\nBcc: thief@example.com\n\nbody\u0000")));

    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("Bids Bcc: thief@example.com body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com\r\nBcc: b@example.com",
        "a@example.com,b@example.com",
        "A <a@example.com>",
        "a@example.com b@example.com",
        "nobody",
        ""
      })
  void what_is_not_one_plain_address_is_no_target(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> render.bytes(new Email(target, "Bids", "text", null, List.of(), STAMP)));
  }

  private static Email email(String subject) {
    return new Email(
        "client@example.com",
        subject,
        "Grüße,\n.\n=_alt_fx-1.r2",
        "<p>Grüße</p>",
        List.of(
            new Artifact(
                "vergleich é.pdf", "application/pdf", "%PDF".repeat(1000).getBytes(UTF_8))),
        STAMP);
  }

  private static MimeMessage parse(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
