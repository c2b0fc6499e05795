package dev.countersign.local;

import static dev.countersign.local.Asking.ask;
import static dev.countersign.local.Asking.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countersign.AsInTheCloud;
import dev.countersign.EmbeddedServicesResource;
import dev.countersign.model.openai.Play;
import dev.countersign.worker.WorkerLambda;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Questions over HTTP, from the request through the queue to a model and back.
@QuarkusTest
@TestProfile(AsInTheCloud.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class QuickAnswerTest {
  @Inject SqsClient sqs;

  @Inject
  @Named("work")
  WorkerLambda worker;

  private Asking asking;

  @BeforeEach
  void start() {
    asking = Asking.with(sqs, worker);
  }

  @AfterEach
  void stop() {
    asking.close();
  }

  @Test
  void a_models_answer_comes_in_the_response_with_its_quote() {
    ask(20)
        .then()
        .statusCode(200)
        .body("answer.by", equalTo("model"))
        .body("answer.stated", equalTo(true))
        .body("answer.sentences[0].text", equalTo("It is firm for 60 days."))
        .body("answer.sentences[0].places[0].document", equalTo("offer.txt"))
        .body("answer.sentences[0].places[0].page", equalTo(1))
        .body("answer.unsupported", empty())
        .body("artifacts.name", hasItem("answer.json"))
        .body("artifacts.name", hasItem("answer.html"));
  }

  @Test
  void who_does_not_wait_is_handed_the_job_and_finds_the_answer_there() {
    var handed = ask(0);
    handed.then().statusCode(202).header("Location", containsString("/jobs/"));

    over(handed.path("id"))
        .then()
        .body("answer.sentences[0].text", equalTo("It is firm for 60 days."));
  }

  @Test
  void what_the_documents_do_not_say_is_no_part_of_the_answer() {
    asking.model().next(Asking.said("It is firm for 90 days.", "firm for 90 days"));

    ask(20)
        .then()
        .statusCode(200)
        .body("answer.stated", equalTo(false))
        .body("answer.unsupported", equalTo(List.of("It is firm for 90 days.")))
        .body("answer.searched[0].pages", equalTo(List.of(1)));
  }

  @Test
  void a_model_that_declines_leaves_the_documents_own_words_and_a_note() {
    asking.model().next(new Play.Refuses("No."));
    asking.model().next(new Play.Refuses("No."));

    ask(20)
        .then()
        .statusCode(200)
        .body("answer.by", equalTo("rules"))
        .body("answer.note", containsString("(refused)"))
        .body("answer.sentences[0].text", containsString("firm for 60 days"));
    assertThat(asking.model().asked()).hasSizeLessThanOrEqualTo(2);
  }

  private static Response over(String id) {
    var seen = look(id, 20);
    assertThat(seen.<String>path("status")).isEqualTo("completed");
    return seen;
  }
}
