package dev.countersign.signin;

import dev.countersign.approval.KeyRing;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.EncryptionAlgorithm;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One issuer, two ways in, told apart by path: programs bring a bearer token and are never
/// redirected; people in a browser get the code flow and a session in an encrypted cookie. Nothing
/// is asked of the issuer, nor of where the secret is kept, before a request needs it.
@ApplicationScoped
public class OidcTenants implements TenantConfigResolver {
  private final OidcSettings settings;
  private final KeyRing keys;
  private final WaysIn ways;
  private volatile @Nullable OidcTenantConfig programs;
  private volatile @Nullable OidcTenantConfig people;

  OidcTenants(OidcSettings settings, KeyRing keys, WaysIn ways) {
    this.settings = settings;
    this.keys = keys;
    this.ways = ways;
  }

  /// The default tenant, which is off, when no issuer is configured.
  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
    if (!ways.byIssuer()) return Uni.createFrom().nullItem();
    if (!inABrowser(request)) return Uni.createFrom().item(forPrograms());
    var made = people;
    return made != null ? Uni.createFrom().item(made) : context.runBlocking(this::forPeople);
  }

  /// A link in a mail is opened by people, but a program may bring its token there.
  private static boolean inABrowser(RoutingContext request) {
    var path = request.normalizedPath();
    return WaysIn.isPage(path)
        || (path.startsWith("/review/")
            && request.request().getHeader(HttpHeaders.AUTHORIZATION) == null);
  }

  private synchronized OidcTenantConfig forPrograms() {
    var made = programs;
    if (made != null) return made;
    var tenant =
        issuer("api")
            .applicationType(ApplicationType.SERVICE)
            .token()
            .audience(settings.audience().or(settings::clientId).orElseThrow(missing("client-id")))
            .forcedJwkRefreshInterval(settings.keysAgainAfter())
            .end()
            .build();
    programs = tenant;
    return tenant;
  }

  private synchronized OidcTenantConfig forPeople() {
    var made = people;
    if (made != null) return made;
    var secret = keys.sessionSecret();
    var tenant =
        issuer("pages")
            .applicationType(ApplicationType.WEB_APP)
            .token()
            .refreshExpired()
            .forcedJwkRefreshInterval(settings.keysAgainAfter())
            .end()
            .authentication()
            .redirectPath(WaysIn.CALLBACK)
            .restorePathAfterRedirect()
            .forceRedirectHttpsScheme(ways.https())
            .scopes("email", "profile")
            .pkceRequired()
            .stateSecret(secret)
            .nonceRequired()
            .failOnUnresolvedKid(false)
            .cookieForceSecure(ways.https())
            .cookieSameSite(CookieSameSite.LAX)
            .sessionAgeExtension(settings.sessionLives())
            .end()
            .tokenStateManager()
            .strategy(Strategy.ID_REFRESH_TOKENS)
            .splitTokens()
            .encryptionRequired()
            .encryptionAlgorithm(EncryptionAlgorithm.DIR)
            .encryptionSecret(secret)
            .end()
            .build();
    people = tenant;
    return tenant;
  }

  private OidcTenantConfigBuilder issuer(String tenant) {
    var builder =
        OidcTenantConfig.authServerUrl(settings.issuer().orElseThrow(missing("issuer")))
            .tenantId(tenant)
            .clientId(settings.clientId().orElseThrow(missing("client-id")))
            .connectionTimeout(settings.answersWithin());
    settings.clientSecret().ifPresent(builder::credentials);
    settings.rolesClaim().ifPresent(claim -> builder.roles().roleClaimPath(quoted(claim)).end());
    return builder;
  }

  /// In a path of names, one that is an address stands in quotes.
  private static String quoted(String claim) {
    return claim.startsWith("http") ? '"' + claim + '"' : claim;
  }

  private static Supplier<IllegalStateException> missing(String setting) {
    return () -> new IllegalStateException("countersign.oidc." + setting + " is not set");
  }
}
