package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Job;
import dev.countersign.store.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// People say what became of an effect that nobody else can tell of, and find what was published.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class OutcomesTest {
  private static final String TOKEN = "AAECAwQFBgcICQoLDA0ODw";

  @Inject AtTheGate gates;
  @Inject Published published;

  @Test
  void a_reviewer_sees_each_effect_with_its_key_and_says_that_it_happened() {
    var job = gates.aJobWithAnUnknownOutcome();
    var seen = as("reviewer").get(ledger(job));
    seen.then()
        .statusCode(200)
        .body("effects[0].standing", equalTo("unknown"))
        .body("effects[0].target", equalTo("client@example.com"))
        .body("effects[0].key", equalTo(job.effects().getFirst().key(job.id())))
        .body("why_not", nullValue());

    says("reviewer", job, seen.header("ETag"), "happened")
        .then()
        .statusCode(200)
        .body("effects[0].standing", equalTo("done"));

    as("submitter").get("/jobs/" + job.id()).then().body("status", equalTo("completed"));
    as("submitter")
        .get("/jobs/" + job.id() + "/events")
        .then()
        .body("events.type", hasItem("outcome_said"))
        .body("events.personal.by", hasItem(AtTheGate.REVIEWER));
  }

  @Test
  void an_operator_says_that_it_did_not_and_it_is_to_be_sent() {
    var job = gates.aJobWithAnUnknownOutcome();
    var seen = as("operator").get(ledger(job));
    seen.then().statusCode(200).body("effects[0].target", nullValue());

    says("operator", job, seen.header("ETag"), "did_not").then().statusCode(200);

    assertThat(gates.now(job).effects().getFirst().standing()).isEqualTo(Standing.APPROVED);
  }

  @Test
  void what_was_said_of_what_somebody_saw_before_does_not_count() {
    var job = gates.aJobWithAnUnknownOutcome();
    var seen = as("reviewer").get(ledger(job)).header("ETag");
    says("operator", job, seen, "did_not").then().statusCode(200);

    says("reviewer", job, seen, "did_not")
        .then()
        .statusCode(412)
        .body("type", endsWith(":moved-on"));
    says("reviewer", job, "*", "did_not").then().statusCode(428);
  }

  @Test
  void the_submitter_and_strangers_have_no_say() {
    var job = gates.aJobWithAnUnknownOutcome();
    var seen = as("submitter").get(ledger(job));
    seen.then()
        .statusCode(200)
        .body("why_not", equalTo("Whoever submitted a job does not say what became of it."));

    says("submitter", job, seen.header("ETag"), "happened").then().statusCode(403);
    says("stranger", job, seen.header("ETag"), "happened").then().statusCode(404);

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void it_can_be_said_on_the_jobs_page() {
    var job = gates.aJobWithAnUnknownOutcome();
    var page = browser(as("operator"), "/ui/jobs/" + job.id());
    assertThat(page.html()).contains("It happened", "It did not: send it");
    assertThat(browser(as("reviewer"), "/ui" + ledger(job)).html()).contains("It happened");
    assertThat(browser(as("submitter"), "/ui/jobs/" + job.id()).html())
        .contains("Whoever submitted a job does not say what became of it.")
        .doesNotContain("It did not: send it");

    page.form(as("operator"))
        .formParam("seen", "%d-%d".formatted(job.version(), job.fence()))
        .formParam("outcome", "happened")
        .post("/ui" + ledger(job) + "/" + job.effects().getFirst().id() + "/outcome")
        .then()
        .statusCode(303);

    assertThat(gates.now(job).state().status()).isEqualTo("completed");
  }

  @Test
  void a_published_file_is_found_by_whoever_has_its_address_until_its_last_day() {
    var always = new Published.Place(TOKEN, "report.pdf");
    var over = new Published.Place("until-2020-01-31-" + TOKEN, "report.pdf");
    published.write(always, "%PDF".getBytes(UTF_8), "application/pdf");
    published.write(over, "%PDF".getBytes(UTF_8), "application/pdf");

    var found = nobody().get("/p/" + TOKEN + "/report.pdf");

    found.then().statusCode(303);
    nobody().get("/p/until-2020-01-31-" + TOKEN + "/report.pdf").then().statusCode(410);
    nobody().get("/p/until-2099-01-31-" + TOKEN + "/report.pdf").then().statusCode(404);
    nobody().get("/p/" + TOKEN + "/other.pdf").then().statusCode(404);
  }

  private static Response says(String who, Job job, String seen, String outcome) {
    return as(who)
        .contentType("application/json")
        .header("If-Match", seen)
        .body("{\"outcome\": \"" + outcome + "\"}")
        .post(ledger(job) + "/" + job.effects().getFirst().id() + "/outcome");
  }

  private static String ledger(Job job) {
    return "/jobs/" + job.id() + "/effects";
  }
}
