package dev.countersign.signin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts an issuer beside the application; with `silent` it does not answer yet.
public final class OidcIssuerResource implements QuarkusTestResourceLifecycleManager {
  private boolean silent;
  private @Nullable OidcIssuer issuer;

  @Override
  public void init(Map<String, String> arguments) {
    silent = arguments.containsKey("silent");
  }

  @Override
  public Map<String, String> start() {
    try {
      var started = new OidcIssuer(silent);
      issuer = started;
      var settings = new HashMap<String, String>();
      settings.put("countersign.oidc.issuer", started.address());
      settings.put("countersign.oidc.client-id", OidcIssuer.CLIENT);
      settings.put("countersign.oidc.client-secret", OidcIssuer.SECRET);
      settings.put("countersign.oidc.roles-claim", "cognito:groups");
      settings.put("countersign.oidc.keys-again-after", "0S");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (issuer != null) issuer.close();
  }
}
