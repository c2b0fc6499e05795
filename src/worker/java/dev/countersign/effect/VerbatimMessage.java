package dev.countersign.effect;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A message that is written as the bytes it is, never rendered again, and remembers whether the
/// writing began.
final class VerbatimMessage extends MimeMessage {
  private final byte[] bytes;
  private boolean begun;

  VerbatimMessage(Session session, byte[] bytes) {
    super(session);
    this.bytes = bytes.clone();
  }

  boolean begun() {
    return begun;
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] withoutHeaders) throws IOException {
    begun = true;
    out.write(bytes);
    out.flush();
  }
}
