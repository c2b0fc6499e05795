package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a request may be, at the edges of the platform.
@Tag("lambda")
@ExtendWith(StageExtension.class)
class EdgesTest {
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void what_is_too_large_for_a_request_is_sent_to_the_uploads(Stage stage) {
    stage
        .submitter()
        .asks()
        .multiPart("workflow", "bid-comparison")
        .multiPart("title", "Large")
        .multiPart("files", "large.pdf", new byte[4 * MEGABYTE + 200_000], "application/pdf")
        .post("/jobs")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("remedy", containsString("/uploads"));
  }

  @Test
  void what_does_not_fit_into_an_invocation_does_not_reach_the_function(Stage stage) {
    stage
        .submitter()
        .asks()
        .multiPart("files", "large.pdf", new byte[5 * MEGABYTE], "application/pdf")
        .post("/jobs")
        .then()
        .statusCode(413)
        .body("message", equalTo("Request Entity Too Large"));
  }

  @Test
  void a_program_without_a_token_gets_401_and_no_redirect(Stage stage) {
    stage.nobody().asks().get("/jobs").then().statusCode(401).body("type", endsWith("signed-in"));
  }

  @Test
  void another_persons_job_is_not_there(Stage stage, MainJob job) {
    stage.stranger().asks().get("/jobs/" + job.id()).then().statusCode(404);
  }

  @Test
  void what_was_never_uploaded_cannot_be_submitted(Visits visits) {
    visits.halfUploaded().then().statusCode(409).body("remedy", containsString("pload"));
  }

  @Test
  void lists_and_parts_are_shown(Visits visits) {
    assertThat(visits.statuses())
        .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(200));
  }

  @Test
  void a_program_gets_in_by_its_key_until_that_is_revoked(Visits visits) {
    assertThat(visits.keyed()).containsExactly(201, 200, 200, 200, 401);
  }
}
