package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages as people use them.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class PagesTest {
  @Inject AtTheGate gates;

  @Test
  void a_reviewer_sees_what_goes_out_what_to_look_at_and_until_when() {
    var job = gates.aJobAwaitingApproval();

    var html = browser(nobody(), link(job)).html();

    assertThat(html)
        .contains("Send the comparison of 4 bids to client@example.com")
        .contains("Dear client", "comparison.pdf", "&lt;b&gt;Not markup.&lt;/b&gt;")
        .contains("Total 87,759.00", "a.pdf, page 2")
        .contains("Note, in the submitter", "Look at the hood first. &lt;i&gt;Thanks&lt;/i&gt;")
        .contains("nothing is sent", "submitter@local.example")
        .contains("Approve exactly this", "Ask for changes", "Reject");
    assertThat(html.indexOf("The lines add up")).isLessThan(html.indexOf("leaves tax out"));
  }

  @Test
  void pages_behind_a_link_are_kept_nowhere_and_name_no_referrer() {
    nobody()
        .accept("text/html")
        .get(link(gates.aJobAwaitingApproval()))
        .then()
        .header("Cache-Control", containsString("no-store"))
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }

  @Test
  void nothing_in_a_packet_can_run() {
    nobody()
        .get(link(gates.aJobAwaitingApproval()) + "/packet")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"));
  }

  @Test
  void approving_with_the_form_leads_back_to_a_page_that_says_so() {
    var job = gates.aJobAwaitingApproval();
    var browser = browser(nobody(), link(job));

    browser.form(nobody()).formParam("decision", "approve").post(link(job)).then().statusCode(303);
    var again = browser.form(nobody()).formParam("decision", "approve").post(link(job));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.asString())
        .contains("Approved by the holder of the link sent to reviewer@local.example")
        .doesNotContain("Whose turn it is");
    assertThat(gates.now(job).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void a_page_that_loads_itself_again_can_be_stopped_from_doing_so() {
    var job = gates.aJobAwaitingApproval();
    browser(nobody(), link(job)).form(nobody()).formParam("decision", "approve").post(link(job));

    assertThat(browser(nobody(), link(job)).html())
        .contains("http-equiv=\"refresh\"", "href=\"" + link(job) + "?refresh=off\">Stop that</a>");
    assertThat(browser(nobody(), link(job) + "?refresh=off").html())
        .doesNotContain("http-equiv=\"refresh\"", "Stop that");
  }

  @Test
  void a_form_without_its_token_or_with_that_of_another_browser_does_nothing() {
    var job = gates.aJobAwaitingApproval();
    var other = browser(nobody(), link(job));

    var without = nobody().formParam("decision", "approve").post(link(job));
    var foreign =
        nobody()
            .cookie("countersign_form", "somebody-else")
            .formParam("form_token", other.token())
            .formParam("decision", "approve")
            .post(link(job));

    for (var answer : List.of(without, foreign))
      answer.then().statusCode(403).body("type", endsWith(":form-token"));
    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void what_another_site_makes_a_browser_send_is_refused() {
    var job = gates.aJobJustSubmitted(Instant.now());
    var path = "/jobs/" + job.id() + "/cancel";

    as("submitter").header("Sec-Fetch-Site", "cross-site").post(path).then().statusCode(403);
    as("submitter").header("Origin", "https://evil.example").post(path).then().statusCode(403);
    as("submitter").header("Origin", "null").post(path).then().statusCode(403);

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void the_page_of_a_job_tells_where_it_stands_and_lets_its_owner_cancel() {
    var job = gates.aJobJustSubmitted(Instant.now());
    var page = "/ui/jobs/" + job.id();
    var browser = browser(as("submitter"), page);

    assertThat(browser.html())
        .contains("Kitchen bids", "Waiting for a worker", "http-equiv=\"refresh\"");
    browser.form(as("submitter")).post(page + "/cancel").then().statusCode(303);

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Canceled.class);
    assertThat(browser(as("submitter"), page).html())
        .contains("Canceled by submitter@local.example")
        .doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void every_page_is_there_for_who_is_signed_in_and_asks_others_to_sign_in() {
    for (var page :
        List.of("/ui", "/ui/new", "/ui/approvals", "/ui?status=failed&since=2026-01-01")) {
      as("stranger").accept("text/html").get(page).then().statusCode(200);
      nobody()
          .accept("text/html")
          .get(page)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", containsString("asic"));
    }
  }

  @Test
  void a_reviewer_decides_from_the_inbox_too() {
    var job = gates.aJobAwaitingApproval();
    var gate = ((JobState.NeedsReview) job.state()).gate();
    var page = "/ui/approvals/" + gate.approval();
    var browser = browser(as("reviewer"), page);

    browser
        .form(as("reviewer"))
        .formParam("digest", gate.digest())
        .formParam("decision", "reject")
        .formParam("words", "Prices are out of date")
        .post(page)
        .then()
        .statusCode(303);

    assertThat(browser(as("submitter"), "/ui/jobs/" + job.id()).html())
        .contains("Rejected by reviewer@local.example", "Prices are out of date");
  }

  @Test
  void a_submitter_may_look_at_the_request_and_is_told_who_decides() {
    var job = gates.aJobAwaitingApproval();
    var gate = ((JobState.NeedsReview) job.state()).gate();

    assertThat(browser(as("submitter"), "/ui/approvals/" + gate.approval()).html())
        .contains("You may look, but not decide", "reviewer@local.example")
        .doesNotContain("Approve exactly this</button>");
  }

  @Test
  void the_form_says_whose_approval_it_takes_and_how_much_fits() {
    assertThat(browser(as("submitter"), "/ui/new?workflow=bid-comparison").html())
        .contains("Nothing is sent before reviewer@local.example has approved exactly that.")
        .contains("a file and");
  }

  @Test
  void a_submitter_reads_on_the_job_why_it_was_rejected_and_by_whom() {
    var job = gates.aJobAwaitingApproval();
    browser(nobody(), link(job))
        .form(nobody())
        .formParam("decision", "reject")
        .formParam("words", "Prices are out of date")
        .post(link(job));

    assertThat(browser(as("submitter"), "/ui/jobs/" + job.id()).html())
        .contains("Rejected by the holder of the link sent to reviewer@local.example on")
        .contains("They wrote: \u201cPrices are out of date\u201d If it is still wanted");
  }

  private String link(Job job) {
    return "/review/" + gates.token(job);
  }
}
