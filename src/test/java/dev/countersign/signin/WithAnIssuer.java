package dev.countersign.signin;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/// The application with people who sign in at an issuer.
public final class WithAnIssuer implements QuarkusTestProfile {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(OidcIssuerResource.class));
  }
}
