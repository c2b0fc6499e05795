package dev.countersign.effect;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// A whole SMTP server on loopback, with a mailbox for everybody.
public final class GreenMailServer implements MailReceiver {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private volatile Runnable meanwhile = () -> {};

  public GreenMailServer() {
    server.start();
    var users = server.getUserManager();
    var usual = users.getMessageDeliveryHandler();
    users.setMessageDeliveryHandler((message, address) -> {
      meanwhile.run();
      return usual.handle(message, address);
    });
  }

  @Override
  public int port() {
    return server.getSmtp().getPort();
  }

  @Override
  public void whenHandedAMessage(Runnable next) {
    meanwhile = next;
  }

  /// What is in the mailboxes.
  @Override
  public List<Received> received() {
    return server.getUserManager().listUser().stream().flatMap(this::mailbox).toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private Stream<Received> mailbox(GreenMailUser user) {
    try {
      return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(message -> new Received(List.of(user.getEmail()), bytes(message)));
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(StoredMessage message) {
    var out = new ByteArrayOutputStream();
    try {
      message.getMimeMessage().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
