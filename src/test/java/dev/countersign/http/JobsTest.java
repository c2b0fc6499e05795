package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.Socket;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Jobs as their submitter sees them, and as nobody else does.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class JobsTest {
  @Inject AtTheGate gates;

  @Test
  void submitting_answers_202_with_where_and_when_to_ask_again() {
    var answer = submit("Kitchen bids", UUID.randomUUID().toString());

    answer
        .then()
        .statusCode(202)
        .header("Location", containsString("/jobs/" + answer.path("id")))
        .header("Retry-After", not(equalTo("")))
        .body("status", equalTo("queued"))
        .body("lane", equalTo("approval"))
        .body("steps[0].name", equalTo("read"))
        .body("sources[0].name", equalTo("a.pdf"))
        .body("cost.amount", equalTo("0"));
  }

  @Test
  void the_same_key_gives_the_same_job_and_another_payload_is_refused() {
    var key = UUID.randomUUID().toString();
    var first = submit("Kitchen bids", key);

    submit("Kitchen bids", key).then().statusCode(202).body("id", equalTo(first.path("id")));
    submit("Other bids", key)
        .then()
        .statusCode(422)
        .body("type", endsWith(":idempotency-key-reused"));
  }

  @Test
  void somebody_elses_job_is_not_found() {
    var id = gates.aJobJustSubmitted(Instant.now()).id();

    for (var part : new String[] {"", "/events", "/sources", "/artifacts", "/artifacts/x"})
      as("stranger").get("/jobs/" + id + part).then().statusCode(404);
    as("stranger").post("/jobs/" + id + "/cancel").then().statusCode(404);
    as("stranger").post("/jobs/" + id + "/retry").then().statusCode(404);
    as("stranger").accept("text/html").get("/ui/jobs/" + id).then().statusCode(404);
    as("stranger").get("/jobs").then().statusCode(200).body("jobs.id", not(hasItem(id.value())));
    as("submitter").get("/jobs").then().statusCode(200).body("jobs.id", hasItem(id.value()));
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    var id = gates.aJobJustSubmitted(Instant.now()).id();
    var etag = as("submitter").get("/jobs/" + id).getHeader("ETag");

    as("submitter").header("If-None-Match", etag).get("/jobs/" + id).then().statusCode(304);
    as("submitter").post("/jobs/" + id + "/cancel");
    as("submitter").header("If-None-Match", etag).get("/jobs/" + id).then().statusCode(200);
  }

  @Test
  void a_long_poll_ends_when_the_job_is_at_rest_or_the_time_is_up() {
    var waiting = gates.aJobAwaitingApproval().id();
    var queued = gates.aJobJustSubmitted(Instant.now()).id();

    as("submitter")
        .header("Prefer", "wait=20")
        .get("/jobs/" + waiting)
        .then()
        .statusCode(200)
        .header("Preference-Applied", "wait=20")
        .body("status", equalTo("needs_review"))
        .body("current_step", equalTo("review"))
        .body("approval.code.length()", equalTo(9));
    as("submitter")
        .header("Prefer", "respond-async, wait=1")
        .get("/jobs/" + queued)
        .then()
        .header("Preference-Applied", "wait=1")
        .body("status", equalTo("queued"));
  }

  @Test
  void a_cancel_answers_with_its_receipt_and_says_so_again() {
    var id = gates.aJobAwaitingApproval().id();

    for (int i = 0; i < 2; i++)
      as("submitter")
          .post("/jobs/" + id + "/cancel")
          .then()
          .statusCode(200)
          .body("status", equalTo("canceled"))
          .body("cancel.asked_by", equalTo(AtTheGate.OWNER))
          .body("cancel.done", empty())
          .body("cancel.prevented.size()", equalTo(1));
    as("submitter")
        .post("/jobs/" + id + "/retry")
        .then()
        .statusCode(409)
        .body("type", endsWith(":not-now"))
        .body("job", equalTo(id.value()));
  }

  @Test
  void the_story_is_read_from_where_one_left_off() {
    var id = gates.aJobAwaitingApproval().id();

    var all = as("submitter").get("/jobs/" + id + "/events");
    int after = all.path("after");

    all.then()
        .body("events[0].type", equalTo("submitted"))
        .body("events[-1].type", equalTo("reviewers_told"));
    as("submitter").get("/jobs/" + id + "/events?after=" + after).then().body("events", empty());
  }

  @Test
  void a_file_is_answered_with_an_address_in_the_bucket() {
    var id = gates.aJobAwaitingApproval().id();

    var answer = as("submitter").get("/jobs/" + id + "/artifacts/comparison.json");

    answer.then().statusCode(303).header("Location", containsString("X-Amz-Signature"));
    as("submitter")
        .get("/jobs/" + id + "/artifacts")
        .then()
        .body("artifacts.name", hasItem("comparison.html"));
    as("submitter").get("/jobs/" + id + "/artifacts/nothing").then().statusCode(404);
  }

  @Test
  void a_file_that_is_too_large_is_refused_before_it_is_read() throws Exception {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var head =
          """
          POST /jobs HTTP/1.1\r
          Host: localhost\r
          Content-Type: multipart/form-data; boundary=b\r
          Content-Length: 209715200\r
          \r
          """;
      socket.getOutputStream().write(head.getBytes(UTF_8));
      var bytes = new byte[4096];
      int read = socket.getInputStream().read(bytes);

      assertThat(new String(bytes, 0, read, UTF_8))
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json", "100 MB", "remedy");
    }
  }

  @Test
  void workflows_say_what_they_take_and_what_will_happen() {
    as("submitter")
        .get("/workflows/bid-comparison")
        .then()
        .statusCode(200)
        .body("lane", equalTo("approval"))
        .body("lane_reason", containsString("waits for a person"))
        .body("files.role", hasItem("files"));
    as("submitter").get("/workflows/none").then().statusCode(404);
  }

  private static Response submit(String title, String key) {
    return as("submitter")
        .header("Idempotency-Key", key)
        .multiPart("workflow", "bid-comparison")
        .multiPart("title", title)
        .multiPart("files", "a.pdf", "%PDF-1.4".getBytes(UTF_8), "application/pdf")
        .post("/jobs");
  }
}
