package dev.countersign.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/// Every error is problem+json with a remedy, wherever in the stack it comes from.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ProblemsTest {
  @Test
  void without_a_sign_in() {
    problem(given().get("/jobs"), 401, "not-signed-in")
        .then()
        .header("WWW-Authenticate", containsString("asic"));
  }

  @Test
  void with_a_wrong_password() {
    problem(given().auth().preemptive().basic("submitter", "x").get("/jobs"), 401, "not-signed-in");
  }

  @Test
  void an_address_that_does_not_exist() {
    problem(submitter().get("/nothing/here"), 404, "not-found");
    problem(submitter().get("/jobs/x/y/z"), 404, "not-found");
  }

  @Test
  void a_method_that_the_address_does_not_have() {
    problem(submitter().delete("/jobs"), 405, "method-not-allowed");
  }

  @Test
  void a_type_of_body_that_is_not_taken() {
    problem(
        submitter().contentType("text/csv").body("a,b").post("/jobs"),
        415,
        "unsupported-media-type");
  }

  @Test
  void an_answer_that_does_not_exist_in_that_form() {
    problem(submitter().accept("image/png").get("/jobs"), 406, "not-acceptable");
  }

  @Test
  void broken_json() {
    problem(json("{\"workflow\": "), 400, "broken-json");
    problem(json("[1]"), 400, "broken-json");
    problem(json("{\"inputs\": 7}"), 400, "broken-json");
    problem(json(""), 400, "broken-json");
  }

  @Test
  void a_multipart_body_that_is_cut_off() {
    var cut = "--b\r\nContent-Disposition: form-data; name=\"workflow\"\r\n\r\nbid-comp";
    problem(
        submitter()
            .contentType("multipart/form-data; boundary=b")
            .body(cut.getBytes(UTF_8))
            .post("/jobs"),
        400,
        "bad-request");
  }

  @Test
  void a_workflow_that_does_not_exist() {
    problem(
        submitter().multiPart("workflow", "nope").multiPart("title", "T").post("/jobs"),
        422,
        "unknown-workflow");
  }

  @Test
  void no_files() {
    problem(
        submitter().multiPart("workflow", "bid-comparison").multiPart("title", "T").post("/jobs"),
        422,
        "bad-input");
  }

  @Test
  void a_job_that_does_not_exist() {
    problem(submitter().get("/jobs/job_0195a1f0-0000-7000-8000-000000000001"), 404, "not-found");
    problem(submitter().get("/jobs/%27"), 404, "not-found");
  }

  @Test
  void a_list_that_cannot_be_meant() {
    problem(submitter().get("/jobs?status=lost"), 400, "bad-request");
    problem(submitter().get("/jobs?since=yesterday"), 400, "bad-request");
    problem(submitter().get("/jobs?cursor=abc"), 400, "bad-request");
  }

  @Test
  void a_forged_link() {
    problem(given().get("/review/a.b.c"), 404, "link-truncated");
    problem(
        given().contentType("application/json").body("{}").post("/review/x"),
        404,
        "link-truncated");
  }

  @Test
  void a_person_gets_a_page_instead() {
    given()
        .accept("text/html,*/*")
        .get("/review/a.b.c")
        .then()
        .statusCode(404)
        .contentType(containsString("text/html"))
        .body(containsString("This link is not whole"));
  }

  private static Response json(String body) {
    return submitter().contentType("application/json").body(body).post("/jobs");
  }

  private static RequestSpecification submitter() {
    return given().auth().preemptive().basic("submitter", "submitter");
  }

  private static Response problem(Response response, int status, String name) {
    response
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .header("X-Content-Type-Options", "nosniff")
        .body("status", equalTo(status))
        .body("type", endsWith(":" + name))
        .body("title", not(blankOrNullString()))
        .body("detail", not(blankOrNullString()))
        .body("remedy", not(blankOrNullString()));
    return response;
  }
}
