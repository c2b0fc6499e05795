package dev.countersign.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The mail that this deployment sent and kept, where it keeps any: the one-process form, whose
/// mail goes to an embedded server. There is no such bean in the cloud.
public interface Outbox {
  /// Newest first.
  List<KeptMail> newest(int most);

  /// The message as it was received, byte for byte.
  Optional<byte[]> message(String id);

  /// An envelope as the mail server got it.
  record KeptMail(String id, Instant received, String from, List<String> to, long bytes) {
    public KeptMail {
      to = List.copyOf(to);
    }
  }
}
