package dev.countersign.signin;

import static java.util.stream.Collectors.toCollection;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Makes a person of a verified token: the address and the roles. An address that the issuer has
/// not verified is none, and who has no address holds no role: names are what gates and owners go
/// by.
@ApplicationScoped
class PersonOfToken implements SecurityIdentityAugmentor {
  private static final String SAYS_NO = "false";
  private static final String SAYS_YES = "true";

  private final OidcSettings settings;

  PersonOfToken(OidcSettings settings) {
    this.settings = settings;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.getPrincipal() instanceof JsonWebToken token
                ? person(identity, token)
                : identity);
  }

  private SecurityIdentity person(SecurityIdentity identity, JsonWebToken token) {
    var why = whyNoAddress(token);
    var person =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(token)
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes());
    return why == null
        ? person
            .addAttribute(SignedIn.ADDRESS, address(token).toLowerCase(Locale.ROOT))
            .addRoles(roles(identity.getRoles()))
            .build()
        : person.addAttribute(SignedIn.NO_ADDRESS, why).build();
  }

  private @Nullable String whyNoAddress(JsonWebToken token) {
    if (address(token).indexOf('@') < 1) return "The sign-in service did not say an address.";
    var verified = claim(token, "email_verified");
    if (verified.equals(SAYS_NO)) return "The sign-in service has not verified your address.";
    if (settings.requireVerified() && !verified.equals(SAYS_YES))
      return "The sign-in service does not say whether your address is verified.";
    return null;
  }

  private Set<String> roles(Set<String> named) {
    var prefix = settings.rolesPrefix().orElse("");
    var held =
        named.stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .filter(name -> !name.isEmpty() && !name.startsWith(Roles.OF_A_KEY))
            .collect(toCollection(TreeSet::new));
    settings.defaultRole().ifPresent(held::add);
    return held;
  }

  private static String address(JsonWebToken token) {
    return claim(token, "email").strip();
  }

  /// Some issuers write truth values as text.
  private static String claim(JsonWebToken token, String name) {
    Object value = token.getClaim(name);
    return value == null ? "" : value.toString();
  }
}
