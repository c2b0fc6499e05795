package dev.countersign.signin;

import static dev.countersign.signin.Issuer.token;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.http.AtTheGate;
import dev.countersign.store.ApiKey;
import dev.countersign.store.ApiKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A machine's key from the operator's call that makes it to its end.
@QuarkusTest
@TestProfile(WithAnIssuer.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class ApiKeysTest {
  @Inject ApiKeys keys;
  @Inject AtTheGate gates;

  @Test
  void a_key_is_shown_once_and_only_its_hash_is_kept() {
    var made = make("erp", "\"read\"");
    String key = made.path("key");

    made.then()
        .statusCode(201)
        .header("Location", containsString("/api-keys/key_"))
        .header("Cache-Control", containsString("no-store"))
        .body("owner", equalTo("machine:erp"))
        .body("made_by", equalTo("olga@example.com"))
        .body("key", startsWith(made.path("prefix") + "_"));
    operator()
        .get("/api-keys")
        .then()
        .statusCode(200)
        .body("api_keys.prefix", hasItem((String) made.path("prefix")))
        .body(
            "api_keys.find { it.id == '%s' }.key".formatted((String) made.path("id")), nullValue());
    var stored = keys.find(made.path("id")).orElseThrow();
    assertThat(stored.hash()).matches("[0-9a-f]{64}");
    assertThat(stored.toString()).doesNotContain(key.substring(key.length() - 43));
  }

  @Test
  void a_key_opens_what_its_scopes_say_and_nothing_else() {
    String reads = make("erp", "\"read\"").path("key");
    String submits = make("erp", "\"submit\"").path("key");

    with(reads).get("/jobs").then().statusCode(200);
    submit(with(reads)).then().statusCode(403).body("detail", containsString("submit"));
    with(submits).get("/jobs").then().statusCode(403).body("type", endsWith(":scope-needed"));
    String job = submit(with(submits)).then().statusCode(202).extract().path("id");
    with(reads).get("/jobs/" + job).then().statusCode(200);
    with(reads).post("/jobs/" + job + "/cancel").then().statusCode(403);
    with(make("other", "\"read\"").path("key")).get("/jobs/" + job).then().statusCode(404);
    with(make("erp", "\"cancel\"").path("key"))
        .post("/jobs/" + job + "/cancel")
        .then()
        .statusCode(200)
        .body("cancel.asked_by", equalTo("machine:erp"));
  }

  @Test
  void a_key_for_some_workflows_submits_no_other() {
    var key =
        operator()
            .contentType("application/json")
            .body("{\"name\": \"erp\", \"scopes\": [\"submit\"], \"workflows\": [\"another\"]}")
            .post("/api-keys");

    submit(with(key.path("key"))).then().statusCode(403).body("detail", containsString("another"));
  }

  @Test
  void no_key_decides_at_a_gate_whatever_its_scopes() {
    var job = gates.aJobAwaitingApproval();
    String key = make("erp", "\"read\", \"submit\", \"cancel\"").path("key");
    String approve = "{\"decision\": \"approve\"}";

    with(key)
        .contentType("application/json")
        .body(approve)
        .post("/approvals/" + AtTheGate.approval(job) + "/decision")
        .then()
        .statusCode(403)
        .body("type", endsWith(":person-needed"));
    with(key)
        .contentType("application/json")
        .body(approve)
        .post("/review/" + gates.token(job))
        .then()
        .statusCode(403)
        .body("type", endsWith(":person-needed"))
        .body("detail", containsString("not a person"));
    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void a_revoked_key_opens_nothing_any_more() {
    var made = make("erp", "\"read\"");
    with(made.path("key")).get("/jobs").then().statusCode(200);

    for (int i = 0; i < 2; i++)
      operator()
          .delete("/api-keys/" + made.path("id"))
          .then()
          .statusCode(200)
          .body("status", equalTo("revoked"));

    with(made.path("key"))
        .get("/jobs")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"));
    operator().delete("/api-keys/key_" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void an_expired_or_altered_key_opens_nothing() {
    String key = make("erp", "\"read\"").path("key");
    var made = keys.all().getLast();
    var past = Instant.now().minus(Duration.ofDays(1));
    var expired = UUID.randomUUID().toString();
    keys.add(
        new ApiKey(
            "key_" + expired,
            "erp",
            made.hash(),
            List.of("read"),
            List.of(),
            "olga@example.com",
            past,
            past,
            null));

    with(key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"))
        .get("/jobs")
        .then()
        .statusCode(401);
    with("csk_" + expired + key.substring(key.lastIndexOf('_', key.length() - 43)))
        .get("/jobs")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \"Not A Name\", \"scopes\": [\"read\"]}",
        "{\"name\": \"erp\", \"scopes\": []}",
        "{\"name\": \"erp\", \"scopes\": [\"decide\"]}",
        "{\"name\": \"erp\", \"scopes\": [\"read\"], \"expires_in_days\": 366}"
      })
  void a_key_that_says_too_little_or_wants_too_much_is_not_made(String body) {
    operator()
        .contentType("application/json")
        .body(body)
        .post("/api-keys")
        .then()
        .statusCode(422)
        .body("remedy", not(equalTo("")));
  }

  private static Response make(String name, String scopes) {
    return operator()
        .contentType("application/json")
        .body("{\"name\": \"%s\", \"scopes\": [%s]}".formatted(name, scopes))
        .post("/api-keys");
  }

  private static Response submit(RequestSpecification as) {
    return as.multiPart("workflow", "bid-comparison")
        .multiPart("title", "Kitchen bids")
        .multiPart("deliver_to", "client@example.com")
        .multiPart("files", "a.pdf", "%PDF-1.4 a".getBytes(UTF_8), "application/pdf")
        .multiPart("files", "b.pdf", "%PDF-1.4 b".getBytes(UTF_8), "application/pdf")
        .post("/jobs");
  }

  private static RequestSpecification operator() {
    return with(token("olga@example.com", "operator"));
  }

  private static RequestSpecification with(String bearer) {
    return given().redirects().follow(false).auth().oauth2(bearer);
  }
}
