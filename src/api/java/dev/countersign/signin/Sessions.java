package dev.countersign.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Ends people's sessions. A session is nothing but its cookies, so it can always be ended here,
/// also while the issuer does not answer.
@ApplicationScoped
public class Sessions {
  private final Optional<String> clientId;
  private final Optional<URI> publicUrl;

  Sessions(
      OidcSettings settings,
      @ConfigProperty(name = "countersign.public-url") Optional<URI> publicUrl) {
    this.clientId = settings.clientId();
    this.publicUrl = publicUrl;
  }

  /// Cookies that take the place of those of the session, and are gone at once.
  public static Stream<NewCookie> cookies(Collection<String> sent) {
    return sent.stream()
        .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
        .map(name ->
            new NewCookie.Builder(name)
                .value("")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build());
  }

  /// Where a browser goes to end the session at the issuer (OpenID Connect RP-Initiated Logout
  /// 1.0); `logout_uri` is what Cognito calls the address to come back to.
  public Optional<URI> endAtIssuer(SecurityIdentity identity) {
    try {
      return identity.getPrincipal() instanceof JsonWebToken token
              && identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE)
                  instanceof OidcConfigurationMetadata issuer
              && issuer.getEndSessionUri() != null
          ? Optional.of(URI.create(issuer.getEndSessionUri() + "?" + query(token)))
          : Optional.empty();
    } catch (AuthenticationFailedException | OIDCException _) {
      return Optional.empty(); // there was no session any more, or nobody to ask
    }
  }

  private String query(JsonWebToken token) {
    var query = new StringBuilder("id_token_hint=").append(token.getRawToken());
    clientId.ifPresent(id -> query.append("&client_id=").append(encoded(id)));
    publicUrl
        .map(url -> encoded(url.resolve("/ui/signed-out").toString()))
        .ifPresent(back ->
            query
                .append("&post_logout_redirect_uri=")
                .append(back)
                .append("&logout_uri=")
                .append(back));
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
