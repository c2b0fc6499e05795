package dev.countersign.local;

import dev.countersign.signin.SignedIn;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Gives the three people of the one-process form, who sign in by their bare names, addresses:
/// `reviewer` is `reviewer@local.example`. In no function.
@ApplicationScoped
class LocalPeople implements SecurityIdentityAugmentor {
  private static final String DOMAIN = "@local.example";

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(byBareName(identity) ? named(identity) : identity);
  }

  private static boolean byBareName(SecurityIdentity identity) {
    return !identity.isAnonymous()
        && !(identity.getPrincipal() instanceof JsonWebToken)
        && identity.getAttribute(SignedIn.ADDRESS) == null;
  }

  private static SecurityIdentity named(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(SignedIn.ADDRESS, identity.getPrincipal().getName() + DOMAIN)
        .build();
  }
}
