package dev.countersign.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Sign-in by an OIDC issuer. Without an issuer there is none.
@ConfigMapping(prefix = "countersign.oidc")
public interface OidcSettings {
  /// The issuer's address; its discovery document is below it, at
  /// `.well-known/openid-configuration`.
  Optional<String> issuer();

  /// Who this application is to the issuer.
  Optional<String> clientId();

  /// Left out for a public client; the code flow proves itself by PKCE either way.
  Optional<String> clientSecret();

  /// What `aud` of a bearer token must hold; the client id when left out.
  Optional<String> audience();

  /// Where roles stand in a token, a path with `/` between names: `groups` (the default),
  /// `cognito:groups`, `realm_access/roles`. A name that holds a `/` itself stands in double
  /// quotes; an `https://...` name needs none.
  Optional<String> rolesClaim();

  /// What the names of our roles begin with at the issuer, e.g. `countersign-`; names that do not
  /// begin so count for nothing then.
  Optional<String> rolesPrefix();

  /// Held by everybody whom the issuer knows, e.g. `submitter`; by nobody when left out.
  Optional<String> defaultRole();

  /// Whether an address counts only when the token says `email_verified: true`. One that says
  /// `false` never counts; this is for issuers that say nothing and let people name any address.
  @WithDefault("false")
  boolean requireVerified();

  /// How long a person stays signed in without a visit, as far as the issuer renews its tokens.
  @WithDefault("8H")
  Duration sessionLives();

  /// How soon the issuer's keys are asked for again when a token names one that is not known.
  @WithDefault("1M")
  Duration keysAgainAfter();

  /// How long an issuer may take to answer.
  @WithDefault("5S")
  Duration answersWithin();
}
