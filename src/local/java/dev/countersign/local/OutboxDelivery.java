package dev.countersign.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;

/// One message on its way in: the envelope as it is spoken, then the bytes.
final class OutboxDelivery implements MessageHandler {
  private final OutboxFolder outbox;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";

  OutboxDelivery(OutboxFolder outbox) {
    this.outbox = outbox;
  }

  @Override
  public void from(String from) {
    sender = from;
  }

  @Override
  public void recipient(String recipient) {
    recipients.add(recipient);
  }

  @Override
  public String data(InputStream data) throws IOException {
    return outbox.keep(sender, recipients, data.readAllBytes());
  }

  @Override
  public void done() {}
}
