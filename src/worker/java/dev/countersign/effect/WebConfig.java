package dev.countersign.effect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which addresses effects may call over HTTP, and how.
@ConfigMapping(prefix = "countersign.web")
public interface WebConfig {
  /// Origins (`https://erp.example.com`) that a workflow may name by itself; any other target must
  /// be what the submitter put in.
  Optional<List<String>> targets();

  /// Hosts that may have a private, loopback or link-local address, and may be called without TLS.
  Optional<List<String>> privateHosts();

  /// Hosts that do a request with the same `Idempotency-Key` once, and answer its repetition as
  /// they answered it; only these are asked by repeating it.
  Optional<List<String>> honoursKey();

  /// What webhooks are signed with: one or, while one replaces another, several `whsec_` and
  /// base64, separated by spaces.
  Optional<String> signingSecret();

  /// What goes with a change of a record as `Authorization`: an origin, a space, and the header's
  /// value.
  Optional<List<String>> credentials();

  /// How long a connection, and all of a call, may take.
  @WithDefault("20s")
  Duration timeout();

  /// The most that is read of an answer, in bytes.
  @WithDefault("262144")
  int mostBytes();
}
