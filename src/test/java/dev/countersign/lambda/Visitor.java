package dev.countersign.lambda;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A person or a program in front of the API.
final class Visitor {
  private static final RestAssuredConfig PLAIN =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private final URI api;
  private final Supplier<String> token;

  private Visitor(URI api, Supplier<String> token) {
    this.api = api;
    this.token = token;
  }

  /// Somebody whom the issuer knows.
  ///
  /// @param issuer address of the issuer's double, which makes a token for each request
  static Visitor signedIn(URI api, String issuer, Map<String, Object> claims) {
    return new Visitor(
        api,
        () ->
            given()
                .contentType("application/json")
                .body(claims)
                .post(issuer + "/double/token")
                .asString());
  }

  static Visitor nobody(URI api) {
    return new Visitor(api, () -> "");
  }

  RequestSpecification asks() {
    var request = given().config(PLAIN).baseUri(api.toString()).redirects().follow(false);
    var bearer = token.get();
    return bearer.isEmpty() ? request : request.auth().oauth2(bearer);
  }

  JsonPath gets(String path) {
    return asks().get(path).then().statusCode(200).extract().jsonPath();
  }

  /// The job once its status is one of these.
  JsonPath awaits(String job, String... statuses) throws Exception {
    Patience.until(
        "%s to be %s".formatted(job, List.of(statuses)),
        () -> {
          var seen = asks().header("Prefer", "wait=5").get("/jobs/" + job);
          return List.of(statuses).contains(seen.jsonPath().getString("status"));
        });
    return gets("/jobs/" + job);
  }
}
