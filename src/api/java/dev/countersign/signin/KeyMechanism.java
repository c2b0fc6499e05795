package dev.countersign.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes `Authorization: Bearer csk_...` before the issuer is asked about it.
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";
  private static final int BEFORE_THE_ISSUER = DEFAULT_PRIORITY + 2000;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    var sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    return isKey(sent)
        ? identities.authenticate(new KeyRequest(sent.substring(SCHEME.length()).strip()))
        : Uni.createFrom().nullItem();
  }

  /// What to send instead is the others' to say.
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "countersign"));
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_ISSUER;
  }

  private static boolean isKey(@Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && authorization.startsWith(MachineKeys.BEGINS, SCHEME.length());
  }
}
