package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.DynamoPartition;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/// What a decision is, and what is none.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class DecisionsTest {
  @Inject AtTheGate gates;
  @Inject DynamoPartition partition;

  @Test
  void a_mail_scanner_that_opens_every_link_twice_changes_nothing() {
    var job = gates.aJobAwaitingApproval();
    var link = "/review/" + gates.token(job);
    var before = story(job);

    for (var path :
        List.of(link, link + "/packet", link + "/payloads/0", link + "/files/comparison.json"))
      for (int i = 0; i < 2; i++) {
        assertThat(nobody().get(path).statusCode()).as(path).isIn(200, 303);
        assertThat(nobody().head(path).statusCode()).as(path).isIn(200, 303);
        assertThat(nobody().options(path).statusCode()).as(path).isLessThan(300);
      }

    assertThat(story(job)).isEqualTo(before);
    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void the_holder_of_a_link_approves_and_it_is_recorded_as_by_link() {
    var job = gates.aJobAwaitingApproval();

    by(gates.token(job), "{\"decision\": \"approve\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"))
        .body("decision.how", equalTo("by_link"))
        .body("decision.by", equalTo(AtTheGate.REVIEWER));

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void a_second_decision_is_told_that_it_is_settled() {
    var job = gates.aJobAwaitingApproval();
    by(gates.token(job), "{\"decision\": \"reject\", \"reason\": \"Too dear\"}");

    problem(by(gates.token(job), "{\"decision\": \"approve\"}"), 409, "already-settled");

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Rejected.class);
  }

  @Test
  void of_two_decisions_at_once_one_counts() throws Exception {
    var job = gates.aJobAwaitingApproval();
    Callable<Integer> yes = () -> by(gates.token(job), "{\"decision\": \"approve\"}").statusCode();
    Callable<Integer> no =
        () -> by(gates.token(job), "{\"decision\": \"reject\", \"reason\": \"No\"}").statusCode();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(List.of(yes, no, yes, no)).stream().map(f -> f.resultNow()).toList();
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(partition.decisions(job.id())).hasSize(1);
  }

  @Test
  void the_submitter_cannot_approve() {
    var job = gates.aJobAwaitingApproval();
    var link = "/review/" + gates.token(job);
    var approval = approval(job);

    problem(
        as("submitter")
            .contentType("application/json")
            .header("If-Match", '"' + digest(job) + '"')
            .body("{\"decision\": \"approve\"}")
            .post("/approvals/" + approval + "/decision"),
        403,
        "role-needed");
    problem(
        as("submitter")
            .contentType("application/json")
            .body("{\"decision\": \"approve\"}")
            .post(link),
        403,
        "link-for-another");
    problem(
        by(gates.token(job, AtTheGate.OWNER), "{\"decision\": \"approve\"}"), 403, "not-eligible");

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void who_is_neither_asked_nor_the_submitter_does_not_find_the_request() {
    var job = gates.aJobAwaitingApproval();

    problem(as("stranger").get("/approvals/" + approval(job)), 404, "not-found");
  }

  @Test
  void a_link_made_for_somebody_who_was_not_asked_decides_nothing() {
    var job = gates.aJobAwaitingApproval();

    problem(
        by(gates.token(job, "stranger@example.com"), "{\"decision\": \"approve\"}"),
        403,
        "not-eligible");
  }

  @Test
  void an_expired_link_is_a_problem_for_programs_and_a_calm_page_for_people() {
    var job = gates.aJobNobodyDecidedOn();
    var link = "/review/" + gates.token(job);

    problem(nobody().get(link), 410, "link-expired");
    problem(by(gates.token(job), "{\"decision\": \"approve\"}"), 410, "link-expired");
    assertThat(nobody().accept("text/html").get(link).asString()).contains("Nobody decided until");
    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void a_decision_without_the_digest_or_with_another_one_is_refused() {
    var job = gates.aJobAwaitingApproval();
    var path = "/approvals/" + approval(job) + "/decision";

    problem(reviewer().body("{\"decision\": \"approve\"}").post(path), 428, "digest-needed");
    problem(
        reviewer().header("If-Match", "*").body("{\"decision\": \"approve\"}").post(path),
        428,
        "digest-needed");
    problem(
        reviewer().header("If-Match", "\"00\"").body("{\"decision\": \"approve\"}").post(path),
        412,
        "proposal-changed");
  }

  @Test
  void a_signed_in_reviewer_finds_it_in_the_inbox_and_decides_with_its_etag() {
    var job = gates.aJobAwaitingApproval();
    var approval = approval(job);

    as("reviewer").get("/approvals").then().body("approvals.id", hasItem(approval));
    var etag = as("reviewer").get("/approvals/" + approval).getHeader("ETag");
    reviewer()
        .header("If-Match", etag)
        .body("{\"decision\": \"request_changes\", \"comment\": \"Leave Brightfold out\"}")
        .post("/approvals/" + approval + "/decision")
        .then()
        .statusCode(200)
        .body("status", equalTo("changes_requested"))
        .body("decision.how", equalTo("signed_in"));

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Queued.class);
    assertThat(gates.now(job).progress().revision()).isEqualTo(2);
  }

  @Test
  void a_payload_that_was_exchanged_after_the_mail_went_out_cannot_be_approved() {
    var job = gates.aJobAwaitingApproval();
    var key = partition.proposal(job.id(), 1).orElseThrow().actions().getFirst().key();
    try (var s3 = TestServices.s3()) {
      s3.putObject(
          p -> p.bucket(TestServices.bucket()).key(key), RequestBody.fromString("else", UTF_8));
    }

    problem(by(gates.token(job), "{\"decision\": \"approve\"}"), 412, "proposal-changed");
    assertThat(nobody().accept("text/html").get("/review/" + gates.token(job)).asString())
        .contains("This cannot be approved");

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void a_rejection_says_why() {
    var job = gates.aJobAwaitingApproval();

    problem(by(gates.token(job), "{\"decision\": \"reject\"}"), 422, "bad-decision");
    problem(by(gates.token(job), "{\"decision\": \"perhaps\"}"), 422, "bad-decision");
  }

  private List<Object> story(Job job) {
    return List.of(
        partition.events(job.id(), 0),
        partition.effects(job.id()),
        partition.decisions(job.id()),
        partition.inbox(List.of(AtTheGate.REVIEWER)).stream()
            .filter(e -> e.job().equals(job.id()))
            .toList());
  }

  private static RequestSpecification reviewer() {
    return as("reviewer").contentType("application/json");
  }

  private static Response by(String token, String body) {
    return nobody().contentType("application/json").body(body).post("/review/" + token);
  }

  private static String approval(Job job) {
    return ((JobState.NeedsReview) job.state()).gate().approval().value();
  }

  private static String digest(Job job) {
    return ((JobState.NeedsReview) job.state()).gate().digest();
  }

  private static void problem(Response response, int status, String name) {
    response.then().statusCode(status).body("type", endsWith(":" + name));
  }
}
