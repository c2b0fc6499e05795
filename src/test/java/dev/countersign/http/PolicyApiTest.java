package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Policies as the API's callers meet them.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class PolicyApiTest {
  private static final String REVIEWER = AtTheGate.REVIEWER;
  private static final String SECOND = "second@local.example";
  private static final String THIRD = "third@local.example";
  private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

  @Inject AtTheGate gates;

  @Test
  void of_two_that_it_takes_the_first_leaves_it_open() {
    var job = gates.aJobAwaiting(ReviewTerms.by(List.of(REVIEWER, SECOND, THIRD)).approvals(2));

    by(job, REVIEWER, APPROVE)
        .then()
        .statusCode(200)
        .body("status", equalTo("open"))
        .body("missing", equalTo(1))
        .body("may_decide", equalTo(false))
        .body("why_not.reason", equalTo("already_said"));
    problem(by(job, REVIEWER, APPROVE), 409, "already-said");
    by(job, THIRD, APPROVE).then().statusCode(200).body("status", equalTo("approved"));

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void who_is_asked_later_is_told_so_and_who_is_asked_now() {
    var job = gates.aJobAwaiting(ReviewTerms.by(List.of(SECOND, REVIEWER)).approvals(2).inTurn());

    as("reviewer")
        .get("/approvals/" + approval(job))
        .then()
        .body("why_not.reason", equalTo("not_your_turn"))
        .body("reviewers", equalTo(List.of(SECOND)))
        .body("policy.in_order", equalTo(true));
    problem(by(job, REVIEWER, APPROVE), 403, "not-your-turn")
        .then()
        .body("may_decide", hasItem(SECOND));
    assertThat(nobody().accept("text/html").get(link(job, REVIEWER)).asString())
        .contains("Others are asked before you", SECOND);
  }

  @Test
  void what_takes_a_sign_in_is_not_approved_by_link_and_is_by_the_same_person_signed_in() {
    var job = gates.aJobAwaiting(ReviewTerms.by(List.of(REVIEWER)).signedIn(SignIn.ALWAYS));
    var page = browser(nobody(), link(job, REVIEWER));

    assertThat(page.html()).contains("Sign in to approve", "/ui/approvals/" + approval(job));
    problem(by(job, REVIEWER, APPROVE), 403, "sign-in-needed");
    page.form(nobody())
        .formParam("decision", "approve")
        .post(link(job, REVIEWER))
        .then()
        .statusCode(403)
        .body(containsString("Sign in and decide at /ui/approvals/"));
    as("reviewer")
        .contentType("application/json")
        .body(APPROVE)
        .post(link(job, REVIEWER))
        .then()
        .statusCode(200)
        .body("decision.how", equalTo("signed_in"));
  }

  @Test
  void a_handed_say_is_decided_by_the_one_it_went_to() {
    var job =
        gates.aJobAwaiting(
            ReviewTerms.by(List.of(REVIEWER)).delegating(List.of("domain:local.example")));

    problem(by(job, REVIEWER, delegate("x@elsewhere.example")), 422, "delegate-not-allowed");
    problem(by(job, REVIEWER, delegate("nobody")), 422, "bad-decision");
    by(job, REVIEWER, delegate(SECOND))
        .then()
        .statusCode(200)
        .body("reviewers", equalTo(List.of(SECOND)))
        .body("said[0].words", equalTo(SECOND));
    problem(by(job, REVIEWER, APPROVE), 403, "not-eligible");
    by(job, SECOND, APPROVE).then().statusCode(200).body("status", equalTo("approved"));
  }

  @Test
  void an_edit_sends_it_back_to_be_rendered_and_asked_about_anew() {
    var job = gates.aJobAwaitingApproval();

    problem(by(job, REVIEWER, Map.of("decision", "edit")), 422, "bad-decision");
    problem(
        by(job, REVIEWER, Map.of("decision", "edit", "action", 5, "text", "x")),
        422,
        "not-editable");
    problem(
        by(job, REVIEWER, Map.of("decision", "edit", "subject", "a\nBcc: b")), 422, "bad-decision");
    by(job, REVIEWER, Map.of("decision", "edit", "text", "Other words."))
        .then()
        .statusCode(200)
        .body("status", equalTo("edited"));

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Queued.class);
    assertThat(gates.now(job).currentStep().name()).isEqualTo("review");
    assertThat(nobody().accept("text/html").get(link(job, REVIEWER)).asString())
        .contains("Worded anew by");
  }

  @Test
  void a_decision_on_another_page_than_the_one_that_is_shown_is_refused() {
    var job = gates.aJobAwaitingApproval();

    problem(
        by(job, REVIEWER, Map.of("decision", "approve", "display_digest", "0".repeat(64))),
        412,
        "proposal-changed");
  }

  @Test
  void a_job_cannot_widen_the_policy_nor_make_it_one_that_nobody_meets() {
    problem(submit("review_by", "friend@local.example"), 422, "policy-widened");
    problem(submit("review_within", "P30D"), 422, "policy-widened");
    problem(submit("review_within", "soon"), 422, "bad-input");
    problem(submit("review_approvals", "2"), 422, "policy-unmet")
        .then()
        .body("detail", containsString("only reviewer@local.example can"));
  }

  @Test
  void a_job_may_give_it_less_time() {
    var id = submit("review_within", "PT4H").then().statusCode(202).extract().path("id");

    assertThat(gates.plan(id.toString()).review())
        .extracting(ReviewTerms::lives)
        .hasToString("PT4H");
  }

  @Test
  void a_workflow_shows_its_policy() {
    as("submitter")
        .get("/workflows/bid-comparison")
        .then()
        .body("policy.approvals", equalTo(1))
        .body("policy.sign_in", equalTo("high_risk"))
        .body("policy.remind_after_seconds", equalTo(List.of(86_400, 259_200)));
  }

  private static Response submit(String part, String value) {
    return as("submitter")
        .multiPart("workflow", "bid-comparison")
        .multiPart("title", "Kitchen bids")
        .multiPart(part, value)
        .multiPart("files", "a.csv", "item,amount\nSink,5\n".getBytes(UTF_8), "text/csv")
        .post("/jobs");
  }

  private static Map<String, Object> delegate(String to) {
    return Map.of("decision", "delegate", "to", to);
  }

  private Response by(Job job, String who, Map<String, Object> body) {
    return nobody().contentType("application/json").body(body).post(link(job, who));
  }

  private String link(Job job, String who) {
    return "/review/" + gates.token(job, who);
  }

  private static String approval(Job job) {
    return ((JobState.NeedsReview) job.state()).gate().approval().value();
  }

  private static Response problem(Response response, int status, String type) {
    response.then().statusCode(status).body("type", endsWith(":" + type));
    return response;
  }
}
