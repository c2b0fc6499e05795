package dev.countersign.effect;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Hands a rendered message to a mail relay by SMTP (RFC 5321).
final class SmtpRelay implements MailRelay {
  private final MailConfig config;

  SmtpRelay(MailConfig config) {
    this.config = config;
  }

  @Override
  public Attempt send(String recipient, byte[] message) {
    var handed = new VerbatimMessage(session(), message);
    var transport = new SMTPTransport(session(), new URLName("smtp", null, -1, null, null, null));
    try {
      transport.connect(
          config.host(),
          config.port(),
          config.username().orElse(null),
          config.password().orElse(null));
      handed.setFrom(new InternetAddress(config.from()));
      transport.sendMessage(
          handed, new Address[] {new InternetAddress(RenderEmail.address(recipient))});
      return new Attempt.Done(transport.getLastServerResponse().strip());
    } catch (MessagingException e) {
      return SmtpFailure.of(e, handed.begun());
    } finally {
      close(transport);
    }
  }

  private Session session() {
    var properties = new Properties();
    var millis = String.valueOf(config.timeout().toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.from", config.from());
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", String.valueOf(config.username().isPresent()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = config.tls() == MailConfig.Tls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.put("mail.smtp.ssl.enable", String.valueOf(config.tls() == MailConfig.Tls.TLS));
    return Session.getInstance(properties);
  }

  /// What was answered stands, whatever becomes of the connection.
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      return;
    }
  }
}
