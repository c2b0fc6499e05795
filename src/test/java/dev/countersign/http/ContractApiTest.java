package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.Spending.OnExhausted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a job may take: said before, chosen at submit, and raised by a person.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ContractApiTest {
  @Inject OutOfMoney jobs;

  @Test
  void a_workflow_says_what_a_job_may_take_and_what_each_breach_leads_to() {
    as("submitter")
        .get("/workflows/quick-answer")
        .then()
        .statusCode(200)
        .body("contract.time.most_seconds", equalTo(600))
        .body("contract.time.then", equalTo("stops"))
        .body("contract.attempts.most", equalTo(4))
        .body("contract.money.most", equalTo("0.50"))
        .body("contract.money.limit", equalTo("2.00"))
        .body("contract.money.then", equalTo("rules"))
        .body("contract.words", hasItem(containsString("it goes on by rule")));
  }

  @Test
  void a_job_is_answered_with_its_contract_and_what_of_it_is_used() {
    var answer = submitted(asking().multiPart("budget", "0.25").multiPart("time_limit", "PT5M"));

    answer
        .then()
        .statusCode(202)
        .body("contract.time.most_seconds", equalTo(300))
        .body("contract.time.deadline", equalTo(answer.path("limits.deadline")))
        .body("contract.money.most", equalTo("0.25"))
        .body("contract.money.spent", equalTo("0.00"))
        .body("contract.money.held", equalTo("0.00"))
        .body("contract.money.left", equalTo("0.25"))
        .body("contract.asks", nullValue());
    as("submitter")
        .get("/jobs/" + answer.path("id"))
        .then()
        .body("contract.words", hasItem(containsString("at most $0.25")));
  }

  @Test
  void json_takes_the_same_fields() {
    as("submitter")
        .contentType("application/json")
        .body(
            """
            {"workflow": "quick-answer", "title": "Warranty", "time_limit": "PT5M",
             "budget": "lots", "inputs": {"question": "How long?"}}
            """)
        .post("/jobs")
        .then()
        .statusCode(422)
        .body("detail", containsString("budget is not an amount"));
  }

  @ParameterizedTest
  @CsvSource({
    "budget,     2.01,   contract-widened, 2.00 USD at most, from 0 to 2.00",
    "budget,     -1,     bad-input,        budget is not an amount, such as 0.50",
    "budget,     1e3,    bad-input,        budget is not an amount, such as 0.50",
    "time_limit, PT11M,  contract-widened, works for PT10M at most, from PT10S to PT10M",
    "time_limit, PT1S,   bad-input,        no job is done in that, from PT10S to PT10M",
    "time_limit, 5 min,  bad-input,        time_limit is not a length of time, PT20M"
  })
  void what_is_out_of_bounds_is_refused_with_the_bounds(
      String field, String value, String type, String detail, String remedy) {
    submitted(asking().multiPart(field, value))
        .then()
        .statusCode(422)
        .body("type", endsWith(":" + type))
        .body("detail", containsString(detail))
        .body("remedy", containsString(remedy));
  }

  @Test
  void the_same_key_with_another_budget_is_another_payload() {
    var key = UUID.randomUUID().toString();
    submitted(asking().header("Idempotency-Key", key).multiPart("budget", "0.25"))
        .then()
        .statusCode(202);

    submitted(asking().header("Idempotency-Key", key).multiPart("budget", "0.30"))
        .then()
        .statusCode(422)
        .body("type", endsWith(":idempotency-key-reused"));
  }

  @Test
  void a_job_that_asks_for_money_says_who_may_allow_it_and_how() {
    var job = jobs.aJob(OnExhausted.ASK);

    as("submitter")
        .get("/jobs/" + job.id())
        .then()
        .body("status", equalTo("failed"))
        .body("sentence", containsString("asks for more money"))
        .body("failure.kind", equalTo("budget_exhausted"))
        .body("contract.money.then", equalTo("asks"))
        .body("contract.asks.who", equalTo("its submitter or an operator"))
        .body("contract.asks.budget", equalTo("1.00"))
        .body("contract.asks.limit", equalTo("2.00"))
        .body("contract.asks.post", equalTo("/jobs/" + job.id() + "/retry"));
  }

  @Test
  void a_retry_with_a_budget_raises_it_once_and_is_in_the_story() {
    var job = jobs.aJob(OnExhausted.ASK);

    for (int i = 0; i < 2; i++)
      retry("submitter", job, "{\"budget\": \"1.00\"}")
          .then()
          .statusCode(202)
          .body("status", equalTo("queued"))
          .body("contract.money.most", equalTo("1.00"));

    assertThat(jobs.now(job).version()).isEqualTo(job.version() + 1);
    assertThat(browser(as("submitter"), "/ui/jobs/" + job.id()).html())
        .contains("lets it spend up to $1.00 on models instead of $0.50");
  }

  @Test
  void an_operator_may_raise_it_and_a_stranger_may_not() {
    var job = jobs.aJob(OnExhausted.STOP);

    retry("stranger", job, "{\"budget\": \"1.00\"}").then().statusCode(404);
    retry("operator", job, "{\"budget\": \"1.00\"}").then().statusCode(202);

    assertThat(Objects.requireNonNull(jobs.now(job).plan().spending()).most()).isEqualTo("1.00");
  }

  @ParameterizedTest
  @CsvSource({"2.01, contract-widened", "0.49, contract-widened", "much, bad-input"})
  void a_raise_out_of_bounds_changes_nothing(String budget, String type) {
    var job = jobs.aJob(OnExhausted.ASK);

    retry("submitter", job, "{\"budget\": \"%s\"}".formatted(budget))
        .then()
        .statusCode(422)
        .body("type", endsWith(":" + type));

    assertThat(jobs.now(job)).isEqualTo(job);
  }

  @Test
  void a_retry_without_a_body_is_what_it_was() {
    var plain = jobs.aJob(OnExhausted.STOP);
    var typed = jobs.aJob(OnExhausted.STOP);

    as("submitter").post("/jobs/" + plain.id() + "/retry").then().statusCode(202);
    as("submitter")
        .contentType("application/json")
        .post("/jobs/" + typed.id() + "/retry")
        .then()
        .statusCode(202)
        .body("contract.money.most", equalTo("0.50"));
  }

  @Test
  void the_form_says_what_a_job_may_take_and_lets_it_be_less() {
    assertThat(browser(as("submitter"), "/ui/new?workflow=quick-answer").html())
        .contains("Works for at most 10 minutes;", "until a step has failed 4 times;")
        .contains("Spends at most $0.50 on models;", "From 0 to 2.00; 0.50 when left empty")
        .contains("<option value=\"PT5M\">5 minutes</option>");
  }

  @Test
  void a_page_that_asks_for_money_offers_it_in_one_click_and_one_that_stops_does_not() {
    var asks = jobs.aJob(OnExhausted.ASK);
    var stops = jobs.aJob(OnExhausted.STOP);
    var page = "/ui/jobs/" + asks.id();
    var browser = browser(as("submitter"), page);

    assertThat(browser.html())
        .contains("May it spend more?", "budget for models is $0.50, $0.10 of it is left")
        .contains("value=\"1.00\"", "The submitter or an operator may allow it");
    assertThat(browser(as("submitter"), "/ui/jobs/" + stops.id()).html())
        .contains("What stopped it", "Retry with a higher budget, of at most $2.00")
        .doesNotContain("May it spend more?");
    browser
        .form(as("submitter"))
        .formParam("budget", "1.00")
        .post(page + "/retry")
        .then()
        .statusCode(303);
    assertThat(jobs.now(asks).state()).isInstanceOf(JobState.Queued.class);
  }

  private static RequestSpecification asking() {
    return as("submitter")
        .multiPart("workflow", "quick-answer")
        .multiPart("title", "Warranty")
        .multiPart("question", "How long?")
        .multiPart("files", "a.pdf", "%PDF-1.4".getBytes(UTF_8), "application/pdf");
  }

  private static Response submitted(RequestSpecification request) {
    return request.post("/jobs");
  }

  private static Response retry(String who, Job job, String body) {
    return as(who).contentType("application/json").body(body).post("/jobs/" + job.id() + "/retry");
  }
}
