package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Job;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.store.ToolLog;
import dev.countersign.store.ToolRow;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people see of the questions to models that were asked for their job.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class CallsPageTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final String NOTE =
      "This model has no price here; it is counted at the highest that is known.";

  @Inject AtTheGate gates;
  @Inject CallLog log;
  @Inject ToolLog tools;

  @Test
  void a_job_that_asked_no_model_says_nothing_of_models() {
    assertThat(page(gates.aJobAwaitingApproval())).doesNotContain("id=\"calls\"", "#calls");
  }

  @Test
  void each_question_says_what_came_of_it_and_what_it_has_cost() {
    var job = gates.aJobAwaitingApproval();
    answered(job, "summary", 1, null, false);

    assertThat(page(job))
        .contains("<a href=\"#calls\">Models</a>", "Step draft: summary", "answered")
        .contains(
            "Asked small-model at models.example, with our wording summary@2; it came to its end.")
        .contains("1,204 tokens sent, 300 of them known from before; 210 written")
        .contains("Cost $0.0012.", "In all $0.0012", "7.0 s")
        .doesNotContain("paid for, too", NOTE);
    as("submitter")
        .get("/jobs/" + job.id() + "/calls")
        .then()
        .statusCode(200)
        .body("calls[0].tokens.cached_input", equalTo(300));
  }

  @Test
  void a_question_about_a_document_names_its_file_and_a_price_is_missing_once() {
    var job = gates.aJobAwaitingApproval();
    String source = as("submitter").get("/jobs/" + job.id()).path("sources[0].id");
    answered(job, "prices-" + source, 1, NOTE, false);
    answered(job, "summary", 2, NOTE, false);

    assertThat(page(job))
        .contains("Step draft: prices of a.pdf")
        .doesNotContain("prices-" + source)
        .containsOnlyOnce("small-model: " + NOTE);
  }

  @Test
  void a_question_that_failed_and_its_repair_are_told_in_plain_words() {
    var job = gates.aJobAwaitingApproval();
    var first = begun("summary", 1, null, false, false);
    write(
        job, first, first.ended(Standing.FAILED, AT.plusSeconds(2), "wrong_schema", paid(), null));
    answered(job, "summary", 2, null, true);

    assertThat(page(job))
        .contains("the answer had the wrong form", "Asked once more, because")
        .doesNotContain("wrong_schema");
  }

  @Test
  void what_may_be_paid_twice_and_what_has_no_price_is_said() {
    var job = gates.aJobAwaitingApproval();
    var lost = begun("summary", 1, NOTE, false, false);
    write(job, lost, lost.ended(Standing.LOST, AT, "lost", CallRow.Cost.UNKNOWN, null));
    var again = begun("summary", 2, NOTE, true, false);
    write(job, again, again.waiting("resp_1"));

    assertThat(page(job))
        .contains("no answer was heard", "Its cost is not known yet; at most $0.02.")
        .contains("may have been paid for, too", "the provider works on it", NOTE);
    as("submitter")
        .get("/jobs/" + job.id() + "/calls")
        .then()
        .statusCode(200)
        .body("calls[0].price_note", equalTo(NOTE))
        .body("calls[1].possibly_paid_twice", equalTo(true));
  }

  @Test
  void tools_are_told_as_what_was_looked_up() {
    var job = gates.aJobAwaitingApproval();
    answered(job, "finder/turn-1", 1, null, false);
    for (int i = 1; i <= 3; i++) use(job, i, "read_page", "found");
    use(job, 4, "unknown", "unknown_tool");

    assertThat(page(job))
        .contains("finder: read a page, 3 times")
        .contains("asked for something that it does not have", "refused: there is no such thing")
        .doesNotContain("read_page", "unknown_tool");
  }

  private void answered(Job job, String task, int number, @Nullable String note, boolean repairs) {
    var call = begun(task, number, note, false, repairs);
    write(job, call, call.ended(Standing.DONE, AT.plusSeconds(7), "answered", paid(), null));
  }

  private void write(Job job, CallRow begun, CallRow now) {
    assertThat(log.write(log.begun(job.id(), begun, AT.plusSeconds(900)))).isTrue();
    assertThat(log.write(log.ended(job.id(), begun, now))).isTrue();
  }

  private void use(Job job, int number, String tool, String outcome) {
    var row = new ToolRow("finder", number, 1, tool, List.of("page"), 20, outcome, 90, 0, AT);
    assertThat(log.write(tools.line(job, row))).isTrue();
  }

  private static CallRow.Cost paid() {
    return new CallRow.Cost(
        new BigDecimal("0.0012"), new CallRow.Tokens(1204, 300, 210, 0), "resp_9", "stop");
  }

  private static CallRow begun(
      String task, int number, @Nullable String note, boolean twice, boolean repairs) {
    return CallRow.begun(
        "call_" + task + number,
        new CallRow.About("draft", 1, 1, task, number, repairs, false),
        new CallRow.Asks("models.example", "small-model", "summary@2"),
        AT.plusSeconds(600),
        AT,
        new CallRow.Worst(new BigDecimal("0.02"), note),
        twice);
  }

  private static String page(Job job) {
    return as("submitter").accept("text/html").get("/ui/jobs/" + job.id()).asString();
  }
}
