package dev.countersign.signin;

import static java.util.stream.Collectors.toSet;

import dev.countersign.store.ApiKey;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Makes a machine of a key. It owns what it submits under its name, and holds its key's scopes.
@ApplicationScoped
class MachineOfKey implements IdentityProvider<KeyRequest> {
  private static final String OWNER = "machine:";

  private final MachineKeys keys;

  MachineOfKey(MachineKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() ->
        keys.read(request.key())
            .map(MachineOfKey::machine)
            .orElseThrow(() -> new AuthenticationFailedException("no key of ours that is in use")));
  }

  private static SecurityIdentity machine(ApiKey key) {
    var name = OWNER + key.name();
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(key.scopes().stream().map(scope -> Roles.OF_A_KEY + scope).collect(toSet()))
        .addAttribute(SignedIn.ADDRESS, name)
        .addAttribute(SignedIn.MACHINE, key.id())
        .addAttribute(SignedIn.WORKFLOWS, key.workflows())
        .build();
  }
}
