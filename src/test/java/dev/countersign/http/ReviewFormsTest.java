package dev.countersign.http;

import static dev.countersign.http.AtTheGate.REVIEWER;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.StoredDecision;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The forms by which a person answers a request on its page.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ReviewFormsTest {
  private static final String DEPUTY = "deputy@local.example";
  private static final String TEXT =
      "Dear client,\r\n\r\nHarborline is lowest at 87,859.00 once the missing scope is added."
          + " <b>Not markup.</b>\r\n";

  private static final Pattern ONWARD =
      Pattern.compile("href=\"(/review/[^\"]+)\">Look at the new draft and decide");

  @Inject AtTheGate gates;
  @Inject DynamoPartition partition;

  @Test
  void an_edit_begins_with_the_wording_as_it_is() {
    assertThat(page(gates.aJobAwaitingApproval()))
        .contains("Make this the new draft", "value=\"Kitchen bids compared\"")
        .contains("Harborline is lowest at 87,859.00", "&lt;b&gt;Not markup.&lt;/b&gt;");
  }

  @Test
  void an_edit_is_only_what_was_worded_anew() {
    var job = gates.aJobAwaitingApproval();

    send(job, Map.of("decision", "edit", "action", "0", "subject", "Better", "text", TEXT))
        .then()
        .statusCode(303);

    assertThat(said(job)).isEqualTo(new Say.Edit(List.of(new Change(0, "Better", null))));
    assertThat(page(job)).contains("Worded anew by");
  }

  @Test
  void an_edited_request_leads_to_what_takes_its_place_and_shows_the_difference() {
    var job = gates.aJobAwaitingApproval();
    var old = link(job);
    send(job, Map.of("decision", "edit", "text", "Dear Ms. Client,")).then().statusCode(303);
    gates.askedAnew(job);

    var html = browser(nobody(), old).html();
    assertThat(html)
        .contains("Draft 2 takes its place", "Gone: </span>Dear client,")
        .contains("New: </span>Dear Ms. Client,");
    var onward = ONWARD.matcher(html);
    assertThat(onward.find()).isTrue();
    var newer = browser(nobody(), onward.group(1));
    assertThat(newer.html())
        .contains("It was worded anew by reviewer@local.example", "Changed since draft 1");
    newer.form(nobody()).formParam("decision", "approve").post(onward.group(1));

    assertThat(gates.now(job).state()).isInstanceOf(JobState.Approved.class);
  }

  @Test
  void a_link_of_somebody_who_is_not_asked_leads_nowhere_else() {
    var job = gates.aJobAwaitingApproval();
    var foreign = "/review/" + gates.token(job, "stranger@local.example");
    send(job, Map.of("decision", "edit", "text", "Dear Ms. Client,")).then().statusCode(303);
    gates.askedAnew(job);

    assertThat(browser(nobody(), foreign).html())
        .contains("Those who are asked about it got a link of their own")
        .doesNotContain("Look at the new draft and decide");
  }

  @Test
  void an_edit_that_changes_nothing_is_refused_and_what_was_typed_is_kept() {
    var job = gates.aJobAwaitingApproval();
    var same = Map.of("decision", "edit", "subject", "Kitchen bids compared", "text", TEXT);

    assertThat(send(job, same).then().statusCode(422).extract().asString())
        .contains("The edit changes nothing", "class=\"say open\" id=\"edit\"");
    assertThat(send(job, Map.of("decision", "edit", "subject", "New", "text", " ")).asString())
        .contains("The text is empty", "value=\"New\"");

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void what_a_request_for_changes_begins_with_says_nothing_by_itself() {
    var job = gates.aJobAwaitingApproval();
    assertThat(page(job)).contains(">Try again, but this time </textarea>");

    var alone = Map.of("decision", "request_changes", "words", "Try again, but this time");
    assertThat(send(job, alone).statusCode()).isEqualTo(422);
    send(job, Map.of("decision", "request_changes", "words", "Try again, but this time shorter"))
        .then()
        .statusCode(303);

    assertThat(said(job)).isEqualTo(new Say.RequestChanges("Try again, but this time shorter"));
  }

  @Test
  void a_say_is_handed_to_one_of_those_whom_the_page_names() {
    var terms = ReviewTerms.by(List.of(REVIEWER, "second@local.example"));
    var job = gates.aJobAwaiting(terms.delegating(List.of(DEPUTY, REVIEWER)));
    assertThat(page(job))
        .contains("<option value=\"" + DEPUTY + "\">")
        .doesNotContain("<option value=\"" + REVIEWER + "\">");

    send(job, Map.of("decision", "delegate", "to", DEPUTY)).then().statusCode(303);

    assertThat(((JobState.NeedsReview) gates.now(job).state()).gate().reviewers())
        .contains(DEPUTY)
        .doesNotContain(REVIEWER);
    assertThat(page(job)).contains("You have handed your say to somebody else");
  }

  @Test
  void nobody_is_offered_to_hand_over_what_the_policy_keeps_with_them() {
    assertThat(page(gates.aJobAwaitingApproval())).doesNotContain("Hand over");
  }

  @Test
  void only_free_text_is_shown_as_the_submitters_words() {
    assertThat(page(gates.aJobAwaitingApproval()))
        .contains("Note, in the submitter's words")
        .doesNotContain("Deliver to, in the submitter");
  }

  private String page(Job job) {
    return browser(nobody(), link(job)).html();
  }

  private Response send(Job job, Map<String, String> fields) {
    return browser(nobody(), link(job)).form(nobody()).formParams(fields).post(link(job));
  }

  private Say said(Job job) {
    var decisions = partition.decisions(job.id());
    return decisions.stream().map(StoredDecision::decision).toList().getLast().say();
  }

  private String link(Job job) {
    return "/review/" + gates.token(job);
  }
}
