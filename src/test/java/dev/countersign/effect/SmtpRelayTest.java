package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.effect.ScriptedSmtp.Mood;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpRelayTest {
  private static final byte[] MESSAGE =
      "To: somebody-else@example.com\r\nBcc: x@example.com\r\nX:  odd \r\n\tfolding\r\n\r\n.\r\n..a\r\nend\r\n"
          .getBytes(US_ASCII);
  private final ScriptedSmtp smtp = new ScriptedSmtp();
  private final MailRelay relay = TestMail.relay(smtp.port());

  @AfterEach
  void hangUp() throws IOException {
    smtp.close();
  }

  @Test
  void the_relay_gets_the_bytes_verbatim_for_the_target_alone() {
    var attempt = relay.send("client@example.com", MESSAGE);

    assertThat(attempt).isInstanceOf(Attempt.Done.class);
    assertThat(smtp.received()).hasSize(1);
    assertThat(smtp.received().getFirst().recipients()).isEqualTo(List.of("client@example.com"));
    assertThat(smtp.received().getFirst().bytes()).isEqualTo(MESSAGE);
  }

  @Test
  void a_relay_that_is_not_there_got_nothing() throws IOException {
    smtp.close();

    assertThat(relay.send("client@example.com", MESSAGE)).isInstanceOf(Attempt.NotDone.class);
  }

  @Test
  void a_busy_relay_got_nothing() {
    smtp.is(Mood.BUSY_AT_SENDER);

    assertThat(relay.send("client@example.com", MESSAGE))
        .isEqualTo(new Attempt.NotDone("The mail relay answered 451."));
    assertThat(smtp.received()).isEmpty();
  }

  @Test
  void a_recipient_that_the_relay_does_not_know_is_impossible() {
    smtp.is(Mood.UNKNOWN_RECIPIENT);

    assertThat(relay.send("client@example.com", MESSAGE))
        .isEqualTo(new Attempt.Impossible("The mail relay answered 550."));
    assertThat(smtp.received()).isEmpty();
  }

  @Test
  void a_refused_text_was_not_taken() {
    smtp.is(Mood.REFUSES_THE_TEXT);

    assertThat(relay.send("client@example.com", MESSAGE)).isInstanceOf(Attempt.Impossible.class);
  }

  @Test
  void silence_after_the_text_is_unknown() {
    smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);

    assertThat(relay.send("client@example.com", MESSAGE)).isInstanceOf(Attempt.Unknown.class);
  }
}
