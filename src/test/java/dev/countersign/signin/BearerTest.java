package dev.countersign.signin;

import static dev.countersign.signin.Issuer.claims;
import static dev.countersign.signin.Issuer.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.signin.IssuerKeys.Signed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs bring a token of the issuer. What is wrong with it is answered, never redirected.
@QuarkusTest
@TestProfile(WithAnIssuer.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class BearerTest {
  private static final String SUE = "sue@example.com";

  @Test
  void a_token_of_the_issuer_opens_what_its_roles_open() {
    get("/jobs", token(SUE, "submitter")).statusCode(200).body("jobs.size()", equalTo(0));
    get("/approvals", token(SUE, "submitter"))
        .statusCode(403)
        .body("type", endsWith(":role-needed"))
        .body("detail", containsString("role reviewer"))
        .body("remedy", containsString("sign-in service"));
    get("/approvals", token(SUE, "reviewer")).statusCode(200);
  }

  @Test
  void a_call_without_a_token_is_challenged_and_never_redirected() {
    given()
        .redirects()
        .follow(false)
        .get("/jobs")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer realm=\"countersign\""));
  }

  @ParameterizedTest
  @EnumSource(names = {"BY_ANOTHER", "NOT_AT_ALL"})
  void a_token_that_the_issuer_did_not_sign_is_refused(Signed how) {
    refused(token(claims(SUE, "submitter"), how));
  }

  @Test
  void a_token_for_somebody_else_from_somebody_else_or_of_yesterday_is_refused() {
    refused(changed(Map.of("aud", "another-app")));
    refused(changed(Map.of("iss", "https://issuer.example.com")));
    refused(changed(Map.of("exp", Instant.now().minusSeconds(60).getEpochSecond())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "csk_", "eyJhbGciOiJub25lIn0.e30."})
  void what_is_no_token_is_refused(String nonsense) {
    refused(nonsense);
  }

  @Test
  void an_address_that_the_issuer_has_not_verified_is_no_address() {
    for (var verified : new Object[] {false, "false"})
      get("/jobs", changed(Map.of("email_verified", verified)))
          .statusCode(403)
          .body("type", endsWith(":no-address"))
          .body("detail", containsString("has not verified"));
    var nameless = claims(SUE, "submitter");
    nameless.remove("email");
    get("/jobs", token(nameless, Signed.RIGHTLY))
        .statusCode(403)
        .body("type", endsWith(":no-address"));
  }

  @Test
  void whoever_holds_no_role_may_do_nothing_and_is_told_who_gives_it() {
    get("/workflows", token(SUE))
        .statusCode(403)
        .body("type", endsWith(":role-needed"))
        .body("detail", containsString("submitter or reviewer or operator"));
  }

  @Test
  void no_claim_makes_a_person_an_api_key() {
    get("/jobs", token(SUE, "key:read")).statusCode(403);
  }

  @Test
  void a_key_that_the_issuer_has_replaced_is_found() {
    get("/jobs", token(SUE, "submitter")).statusCode(200);
    Issuer.replaceItsKey();

    get("/jobs", token(SUE, "submitter")).statusCode(200);
  }

  private static String changed(Map<String, Object> with) {
    var claims = claims(SUE, "submitter");
    claims.putAll(with);
    return token(claims, Signed.RIGHTLY);
  }

  private static void refused(String token) {
    get("/jobs", token)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("type", endsWith(":not-signed-in"));
  }

  private static ValidatableResponse get(String path, String token) {
    return given().redirects().follow(false).auth().oauth2(token).get(path).then();
  }
}
