package dev.countersign.http;

import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.TestServices;
import dev.countersign.approval.ReviewLink;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.approval.TestApproval;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.Artifacts;
import dev.countersign.store.DynamoPartition;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/// Tokens and packets that are not what was sent to a reviewer: each refused with a page and a
/// problem of its own, counted, and nothing decided.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class RefusedLinksTest {
  @Inject AtTheGate gates;
  @Inject ReviewLinks links;
  @Inject Artifacts artifacts;
  @Inject DynamoPartition partition;
  @Inject KeptMetricLines metrics;

  /// What is done to a link or to what it is for.
  enum Case {
    CUT_OFF(404, "link-truncated", "truncated", "This link is not whole"),
    CUT_OFF_IN_ITS_MIDDLE(404, "link-truncated", "truncated", "This link is not whole"),
    OF_A_KEY_THAT_IS_NOT_OURS(
        404, "link-key-unknown", "unknown_key", "signed with a key that is not known"),
    EDITED(404, "link-altered", "altered", "This link was changed"),
    FORGED_UNDER_OUR_KEYS_NAME(404, "link-altered", "altered", "This link was changed"),
    WITHOUT_ANY_SIGNATURE_WANTED(404, "link-forged", "forged", "This link was not made here"),
    SWAPPED_TO_ANOTHER_JOB(404, "link-swapped", "swapped", "leads elsewhere than it says"),
    EXPIRED(410, "link-expired", "expired", "Nobody decided until"),
    REPLAYED(409, "already-settled", "settled", "nothing more happened"),
    TO_SOMEBODY_WHO_WAS_NOT_ASKED(
        403, "not-eligible", "not_eligible", "not among those who may decide"),
    OF_ANOTHER_PROPOSAL(412, "proposal-changed", "changed", "not what would go out now"),
    PAYLOAD_EXCHANGED(412, "proposal-changed", "changed", "not what would go out now"),
    PACKET_EXCHANGED(412, "proposal-changed", "changed", "not what would go out now");

    final int status;
    final String problem;
    final String reason;
    final String words;

    Case(int status, String problem, String reason, String words) {
      this.status = status;
      this.problem = problem;
      this.reason = reason;
      this.words = words;
    }
  }

  @BeforeEach
  void forget() {
    metrics.taken();
  }

  @ParameterizedTest
  @EnumSource
  void a_program_gets_a_problem_of_its_own_and_it_is_counted(Case what) {
    var job = job(what);
    var token = token(what, job);
    var before = gates.now(job);
    metrics.taken();

    var answer =
        nobody()
            .contentType("application/json")
            .body("{\"decision\": \"approve\"}")
            .post("/review/" + token);

    assertThat(answer.statusCode()).isEqualTo(what.status);
    assertThat(answer.jsonPath().getString("type")).endsWith(":" + what.problem);
    assertThat(answer.jsonPath().getString("remedy")).isNotBlank();
    assertThat(metrics.taken()).containsOnly(what.reason);
    assertThat(gates.now(job)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void a_person_gets_a_page_that_says_so_and_it_is_counted(Case what) {
    var job = job(what);
    var before = gates.now(job);
    var genuine = "/review/" + gates.token(gates.aJobAwaitingApproval());
    var form = browser(nobody(), genuine);
    var token = token(what, job);
    metrics.taken();

    Response page =
        form.form(nobody())
            .formParam("decision", "approve")
            .formParam("display", gate(job).brief().display())
            .post("/review/" + token);

    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.asString()).containsIgnoringCase(what.words);
    if (what != Case.EXPIRED) assertThat(page.statusCode()).isEqualTo(what.status);
    assertThat(metrics.taken()).contains(what.reason);
    assertThat(gates.now(job)).isEqualTo(before);
  }

  private Job job(Case what) {
    var job = what == Case.EXPIRED ? gates.aJobNobodyDecidedOn() : gates.aJobAwaitingApproval();
    if (what == Case.REPLAYED)
      nobody()
          .contentType("application/json")
          .body("{\"decision\": \"reject\", \"reason\": \"Too dear\"}")
          .post("/review/" + gates.token(job))
          .then()
          .statusCode(200);
    if (what == Case.PAYLOAD_EXCHANGED)
      exchange(partition.proposal(job.id(), 1).orElseThrow().actions().getFirst().key());
    if (what == Case.PACKET_EXCHANGED)
      exchange(artifacts.newest(job.id(), "comparison.html").orElseThrow().key());
    return job;
  }

  private String token(Case what, Job job) {
    var token = gates.token(job);
    return switch (what) {
      case CUT_OFF -> token.substring(0, token.length() - 1);
      case CUT_OFF_IN_ITS_MIDDLE -> token.substring(0, token.length() / 2);
      case OF_A_KEY_THAT_IS_NOT_OURS -> sealedElsewhere(token);
      case EDITED -> edited(token);
      case FORGED_UNDER_OUR_KEYS_NAME ->
          part(token, 0) + sealedElsewhere(token).substring(sealedElsewhere(token).indexOf('.'));
      case WITHOUT_ANY_SIGNATURE_WANTED -> unsigned(token);
      case SWAPPED_TO_ANOTHER_JOB -> links.sign(forAnotherJob(link(token)));
      case TO_SOMEBODY_WHO_WAS_NOT_ASKED -> gates.token(job, "stranger@example.com");
      case OF_ANOTHER_PROPOSAL -> links.sign(ofAnotherProposal(link(token)));
      case EXPIRED, REPLAYED, PAYLOAD_EXCHANGED, PACKET_EXCHANGED -> token;
    };
  }

  private ReviewLink link(String token) {
    return ((ReviewLinks.Read.Valid) links.read(token)).link();
  }

  /// The same said by another deployment.
  private String sealedElsewhere(String token) {
    return TestApproval.links(InstantSource.system()).sign(link(token));
  }

  private ReviewLink forAnotherJob(ReviewLink link) {
    return new ReviewLink(
        gates.aJobAwaitingApproval().id(),
        link.approval(),
        link.revision(),
        link.digest(),
        link.audience(),
        link.expiresAt());
  }

  private static ReviewLink ofAnotherProposal(ReviewLink link) {
    return new ReviewLink(
        link.job(),
        link.approval(),
        link.revision(),
        "0".repeat(64),
        link.audience(),
        link.expiresAt());
  }

  private static String edited(String token) {
    var claims = new String(Base64.getUrlDecoder().decode(part(token, 1)), UTF_8);
    return part(token, 0)
        + "."
        + encoded(claims.replace(AtTheGate.REVIEWER, AtTheGate.OWNER))
        + "."
        + part(token, 2);
  }

  private static String unsigned(String token) {
    var head = encoded("{\"alg\":\"none\",\"typ\":\"review+jwt\",\"kid\":\"local\"}");
    return head + "." + part(token, 1) + "." + part(token, 2);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static String part(String token, int number) {
    return token.split("\\.", -1)[number];
  }

  private static Gate gate(Job job) {
    return ((JobState.NeedsReview) job.state()).gate();
  }

  private static void exchange(String key) {
    try (var s3 = TestServices.s3()) {
      s3.putObject(
          put -> put.bucket(TestServices.bucket()).key(key),
          RequestBody.fromString("something else", UTF_8));
    }
  }
}
