package dev.countersign.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How callers may sign in at this deployment.
@ApplicationScoped
public class WaysIn {
  /// Where the issuer sends people back to; to be registered there.
  public static final String CALLBACK = "/ui/signed-in";

  private final boolean byIssuer;
  private final boolean https;

  WaysIn(
      OidcSettings settings,
      @ConfigProperty(name = "countersign.public-url") Optional<URI> publicUrl) {
    this.byIssuer = settings.issuer().isPresent();
    this.https = publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /// Whether an issuer is configured, so that people are sent there.
  public boolean byIssuer() {
    return byIssuer;
  }

  /// Whether this path is for people with a browser; all others are for programs.
  public static boolean isPage(String path) {
    return path.equals("/ui") || path.startsWith("/ui/");
  }

  boolean https() {
    return https;
  }
}
