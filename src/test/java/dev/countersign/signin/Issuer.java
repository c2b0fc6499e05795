package dev.countersign.signin;

import static io.restassured.RestAssured.given;

import dev.countersign.signin.IssuerKeys.Signed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// What a test asks of the issuer beside the application, which is in another class loader.
public final class Issuer {
  private Issuer() {}

  public static String address() {
    return ConfigProvider.getConfig().getValue("countersign.oidc.issuer", String.class);
  }

  /// A token as the issuer gives it to a person who holds these roles.
  public static String token(String email, String... roles) {
    return token(claims(email, roles), Signed.RIGHTLY);
  }

  static String token(Map<String, Object> claims, Signed how) {
    var body = new HashMap<>(claims);
    body.put("signed", how.name());
    return control("token", body);
  }

  static Map<String, Object> claims(String email, String... roles) {
    return new HashMap<>(
        Map.of(
            "aud",
            OidcIssuer.CLIENT,
            "email",
            email,
            "email_verified",
            true,
            "cognito:groups",
            List.of(roles)));
  }

  /// Who signs in next.
  static void person(Map<String, Object> claims) {
    control("person", claims);
  }

  static void replaceItsKey() {
    control("rotate", Map.of());
  }

  static void silent(boolean silent) {
    control("silent", Map.of("silent", silent));
  }

  private static String control(String what, Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(address() + "/double/" + what)
        .asString();
  }
}
