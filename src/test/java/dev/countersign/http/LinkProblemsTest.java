package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.approval.ReviewLink;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Links that do not lead where they say: each with a page and a problem of its own, and none of
/// them decides anything.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class LinkProblemsTest {
  @Inject AtTheGate gates;
  @Inject ReviewLinks links;

  @Test
  void a_link_that_is_cut_off_says_so() {
    var whole = gates.token(gates.aJobAwaitingApproval());

    refused(
        whole.substring(0, whole.length() - 9), 404, "link-truncated", "This link is not whole");
  }

  @Test
  void a_link_with_words_of_another_says_so() {
    var one = gates.token(gates.aJobAwaitingApproval()).split("\\.", -1);
    var other = gates.token(gates.aJobAwaitingApproval()).split("\\.", -1);

    refused(
        "%s.%s.%s".formatted(one[0], other[1], one[2]),
        404,
        "link-altered",
        "This link was changed");
  }

  @Test
  void a_link_without_a_signature_says_so() {
    var parts = gates.token(gates.aJobAwaitingApproval()).split("\\.", -1);

    refused(
        header("{\"alg\":\"none\"}") + "." + parts[1] + ".",
        404,
        "link-forged",
        "This link was not made here");
  }

  @Test
  void a_link_signed_with_a_key_that_is_not_ours_says_so() {
    var parts = gates.token(gates.aJobAwaitingApproval()).split("\\.", -1);
    var header = header("{\"alg\":\"HS256\",\"typ\":\"review+jwt\",\"kid\":\"elsewhere\"}");

    refused(
        "%s.%s.%s".formatted(header, parts[1], parts[2]),
        404,
        "link-key-unknown",
        "signed with a key that is not known");
  }

  @Test
  void a_link_that_names_the_request_of_another_job_says_so() {
    var job = gates.aJobAwaitingApproval();
    var gate = gate(gates.aJobAwaitingApproval());

    refused(
        links.sign(link(job, gate, gate.digest())), 404, "link-swapped", "leads elsewhere than it");
  }

  @Test
  void a_link_for_somebody_else_than_who_is_signed_in_says_so() {
    var job = gates.aJobAwaitingApproval();
    var link = "/review/" + gates.token(job);

    as("stranger")
        .contentType("application/json")
        .body(Map.of("decision", "approve"))
        .post(link)
        .then()
        .statusCode(403)
        .body("type", endsWith(":link-for-another"));

    assertThat(browser(as("stranger"), link).html())
        .contains("You may look, but not decide")
        .doesNotContain("Approve exactly this</button>");
    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void a_link_for_what_is_not_there_any_more_shows_what_is_and_cannot_approve() {
    var job = gates.aJobAwaitingApproval();
    var other = "/review/" + links.sign(link(job, gate(job), "a1b2c3d4".repeat(8)));
    var browser = browser(nobody(), other);

    assertThat(browser.html())
        .contains("This cannot be approved", "You were asked about A1B2-C3D4")
        .doesNotContain("Approve exactly this</button>");
    var approved = browser.form(nobody()).formParam("decision", "approve").post(other);

    assertThat(approved.statusCode()).isEqualTo(412);
    assertThat(approved.asString()).contains("What you were shown is not what would go out now");
    assertThat(gates.now(job)).isEqualTo(job);
  }

  private static void refused(String token, int status, String type, String title) {
    nobody().get("/review/" + token).then().statusCode(status).body("type", endsWith(":" + type));
    nobody()
        .contentType("application/json")
        .body(Map.of("decision", "approve"))
        .post("/review/" + token)
        .then()
        .statusCode(status)
        .body("type", endsWith(":" + type));
    var page = nobody().accept("text/html").get("/review/" + token);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.asString()).contains(title, "Nothing was decided", "What you can do");
  }

  private static ReviewLink link(Job job, Gate gate, String digest) {
    return new ReviewLink(
        job.id(), gate.approval(), gate.revision(), digest, AtTheGate.REVIEWER, gate.expiresAt());
  }

  private static Gate gate(Job job) {
    return ((JobState.NeedsReview) job.state()).gate();
  }

  private static String header(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
