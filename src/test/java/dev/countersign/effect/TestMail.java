package dev.countersign.effect;

import java.time.Duration;
import java.util.Optional;

/// Mail settings for tests: a relay on loopback, no sign-in, no protection.
public record TestMail(int port) implements MailConfig {
  public static SmtpRelay relay(int port) {
    return new SmtpRelay(new TestMail(port));
  }

  public static EmailPerformer performer(SmtpRelay relay) {
    return new EmailPerformer(relay);
  }

  public static RenderEmail rendering() {
    return new RenderEmail(new TestMail(0));
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
