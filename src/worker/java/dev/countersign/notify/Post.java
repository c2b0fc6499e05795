package dev.countersign.notify;

import dev.countersign.effect.Attempt;
import dev.countersign.effect.Email;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.RenderEmail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Sends letters by mail. The same letter under the same id is the same mail, down to its bytes.
@ApplicationScoped
class Post {
  private final RenderEmail render;
  private final MailRelay relay;

  Post(RenderEmail render, MailRelay relay) {
    this.render = render;
    this.relay = relay;
  }

  /// @param id its Message-ID
  /// @param thread ids that it belongs to, the oldest first
  /// @param at its date
  record Envelope(String to, String id, List<String> thread, Instant at) {}

  /// @throws IllegalArgumentException when the address is none
  Attempt send(Letter letter, Envelope envelope) {
    var mail =
        new Email(
            envelope.to(),
            letter.subject(),
            LetterText.of(letter),
            LetterHtml.of(letter),
            List.of(),
            new Email.Stamp(envelope.id(), envelope.at()),
            envelope.thread());
    return relay.send(envelope.to(), render.bytes(mail));
  }
}
