package dev.countersign.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpClient.Redirect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An issuer that does not answer keeps nobody from what needs no sign-in, and is asked again.
@QuarkusTest
@TestProfile(SilentIssuerTest.NotYet.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class SilentIssuerTest {
  /// The application starts before its issuer does.
  public static final class NotYet implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(OidcIssuerResource.class, Map.of("silent", "yes")));
    }
  }

  @BeforeEach
  void silence() {
    Issuer.silent(true);
  }

  /// One test: once the issuer was found, it is known for good.
  @Test
  void what_needs_the_issuer_says_so_and_all_else_works_until_it_answers() throws Exception {
    var token = Issuer.token("sue@example.com", "submitter");
    given()
        .auth()
        .oauth2(token)
        .get("/jobs")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("30"))
        .body("type", endsWith(":sign-in-unavailable"));
    var visitor = new Visitor(Redirect.NORMAL);
    assertThat(visitor.get("/ui").statusCode()).isEqualTo(503);
    assertThat(visitor.get("/ui").body()).contains("Nobody can sign in at the moment");

    given().get("/jobs").then().statusCode(401);
    given().get("/openapi").then().statusCode(200);
    given().get("/ui/style.css").then().statusCode(200);
    given().get("/review/no.such.link").then().statusCode(404);
    assertThat(visitor.post("/ui/sign-out", Map.of()).statusCode()).isEqualTo(200);

    Issuer.silent(false);
    Issuer.person(Issuer.claims("sue@example.com", "submitter"));
    given().auth().oauth2(token).get("/jobs").then().statusCode(200);
    assertThat(visitor.get("/ui").statusCode()).isEqualTo(200);
  }
}
