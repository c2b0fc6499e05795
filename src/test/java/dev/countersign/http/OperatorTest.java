package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// An operator sees how any job stands and can stop it, and does not see what is in it.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class OperatorTest {
  @Inject AtTheGate gates;

  @Test
  void an_operator_sees_how_a_job_stands_and_not_what_is_in_it() {
    var job = gates.aJobAwaitingApproval();
    var seen = as("operator").get("/jobs/" + job.id());

    seen.then()
        .statusCode(200)
        .body("status", equalTo("needs_review"))
        .body("owner", equalTo(AtTheGate.OWNER))
        .body("title", equalTo("(withheld)"))
        .body("inputs", anEmptyMap())
        .body("approval.reviewers", hasItem(AtTheGate.REVIEWER))
        .body("sources[0].name", equalTo("(withheld)"));
    for (var part : new String[] {"", "/events", "/sources", "/artifacts"})
      assertThat(as("operator").get("/jobs/" + job.id() + part).asString())
          .doesNotContain("Kitchen", "client@example.com", "a.pdf", "Send the comparison");
    assertThat(browser(as("operator"), "/ui/jobs/" + job.id()).html())
        .contains("Waiting for a decision")
        .doesNotContain("Kitchen", "client@example.com", "a.pdf", "Send the comparison");
    as("operator")
        .get("/jobs/" + job.id() + "/artifacts/comparison.html")
        .then()
        .statusCode(403)
        .body("type", endsWith(":role-needed"));
  }

  @Test
  void an_operator_lists_the_jobs_of_one_owner_and_nobody_else_does() {
    var job = gates.aJobAwaitingApproval();

    as("operator")
        .get("/jobs?owner=" + AtTheGate.OWNER)
        .then()
        .statusCode(200)
        .body("jobs.id", hasItem(job.id().value()))
        .body("jobs.title", not(hasItem("Kitchen bids")));
    as("stranger").get("/jobs?owner=" + AtTheGate.OWNER).then().statusCode(403);
    as("submitter").get("/jobs?owner=" + AtTheGate.OWNER).then().statusCode(200);
  }

  @Test
  void an_operator_cancels_in_their_own_name() {
    var job = gates.aJobAwaitingApproval();

    as("operator")
        .post("/jobs/" + job.id() + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("canceled"))
        .body("cancel.asked_by", equalTo("operator@local.example"));
  }
}
