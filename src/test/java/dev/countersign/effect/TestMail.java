package dev.countersign.effect;

import java.time.Duration;
import java.util.Optional;

/// Mail settings for tests: a relay on loopback, no sign-in, no protection.
public record TestMail(int port) implements MailConfig {
  public static MailRelay relay(int port) {
    return new SmtpRelay(new TestMail(port));
  }

  /// Settings of a mail that goes out some other way.
  static MailConfig settings() {
    return new TestMail(0);
  }

  public static EmailPerformer performer(MailRelay relay) {
    return new EmailPerformer(relay);
  }

  public static RewordEmail rewording() {
    return new RewordEmail(rendering());
  }

  public static RenderEmail rendering() {
    return new RenderEmail(new TestMail(0));
  }

  @Override
  public By by() {
    return By.SMTP;
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public String from() {
    return "countersign@local.example";
  }

  @Override
  public Optional<String> username() {
    return Optional.empty();
  }

  @Override
  public Optional<String> password() {
    return Optional.empty();
  }

  @Override
  public Tls tls() {
    return Tls.NONE;
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(10);
  }
}
