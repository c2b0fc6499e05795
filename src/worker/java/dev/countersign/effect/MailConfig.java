package dev.countersign.effect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Where mail goes out and as whom.
@ConfigMapping(prefix = "countersign.mail")
public interface MailConfig {
  /// How mail goes out: `smtp` to a relay, or `ses` to Amazon SES, which needs no relay's settings.
  @WithDefault("smtp")
  By by();

  /// The relay's host.
  @WithDefault("localhost")
  String host();

  /// The relay's port.
  @WithDefault("2525")
  int port();

  /// The address that mail comes from, in the envelope and in the header.
  @WithDefault("countersign@local.example")
  String from();

  /// Sign-in at the relay; none when absent.
  Optional<String> username();

  /// The password for `username`.
  Optional<String> password();

  /// How the connection is protected.
  @WithDefault("none")
  Tls tls();

  /// How long to wait for a connection, and for each reply.
  @WithDefault("20s")
  Duration timeout();

  /// Whom mail is handed to.
  enum By {
    SMTP,
    SES
  }

  /// Protection of the connection: none (loopback only), STARTTLS (required), or TLS from the
  /// start.
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }
}
