package dev.countersign.worker;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.JobId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A question over HTTP where no model is set up.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class QuickAnswerByRuleTest {
  private static final String TEXT = "Total 20,600.00\nThe price is firm for 60 days.\n";
  @Inject WorkOnJob worker;

  @Test
  void the_documents_own_words_are_given_and_that_no_model_was_asked() {
    var key = UUID.randomUUID().toString();
    var first = ask(key, "0");
    first.then().statusCode(202).body("lane", equalTo("interactive")).body("answer", equalTo(null));

    worker.on(new JobId(first.path("id")), () -> Duration.ofMinutes(14));

    ask(key, "5")
        .then()
        .statusCode(200)
        .header("Preference-Applied", containsString("wait"))
        .body("status", equalTo("completed"))
        .body("answer.by", equalTo("rules"))
        .body("answer.stated", equalTo(true))
        .body("answer.note", containsString("No model was asked"))
        .body("answer.sentences[0].text", containsString("firm for 60 days"))
        .body("answer.sentences[0].places[0].document", equalTo("offer.txt"))
        .body("answer.sentences[0].places[0].page", equalTo(1));
    assertThat(page(first.path("id")))
        .contains("How long is the price firm?", "firm for 60 days", "offer.txt, page 1");
  }

  @Test
  void a_question_without_words_is_refused_at_submit() {
    submitter()
        .multiPart("workflow", "quick-answer")
        .multiPart("title", "Firm price")
        .multiPart("files", "offer.txt", TEXT.getBytes(UTF_8), "text/plain")
        .post("/jobs")
        .then()
        .statusCode(422)
        .body("detail", containsString("question"));
  }

  private static Response ask(String key, String wait) {
    return submitter()
        .header("Idempotency-Key", key)
        .header("Prefer", "wait=" + wait)
        .multiPart("workflow", "quick-answer")
        .multiPart("title", "Firm price")
        .multiPart("question", "How long is the price firm?")
        .multiPart("files", "offer.txt", TEXT.getBytes(UTF_8), "text/plain")
        .post("/jobs");
  }

  private static String page(String id) {
    return submitter().accept("text/html").get("/ui/jobs/" + id).asString();
  }

  private static RequestSpecification submitter() {
    return given().auth().preemptive().basic("submitter", "submitter");
  }
}
