package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.verify.TestVerify;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Who gets a receipt, how much of it, and who may erase what is in it.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ReceiptRoutesTest {
  private static final int MOST = 6 * 1024 * 1024;
  @Inject AtTheGate gates;
  @TempDir Path nothing;

  @Test
  void its_owner_and_its_reviewer_get_the_whole_and_it_verifies_with_the_served_keys() {
    var job = gates.aJobAwaitingApproval();
    for (var name : new String[] {"submitter", "reviewer"}) {
      var answer = as(name).get(receipt(job));

      answer
          .then()
          .statusCode(200)
          .header("Content-Disposition", containsString("receipt-" + job.id() + ".json"))
          .body("job.title", equalTo("Kitchen bids"))
          .body("revisions[0].actions[0].target", equalTo("client@example.com"));
      assertThat(wrong(answer.asByteArray())).allMatch(line -> line.endsWith("is missing"));
    }
    assertThat(browser(as("submitter"), "/ui/jobs/" + job.id()).html())
        .contains("/ui/jobs/" + job.id() + "/receipt");
    as("submitter").get("/ui/jobs/" + job.id() + "/receipt").then().statusCode(200);
  }

  @Test
  void an_operator_gets_it_without_what_is_in_the_job_and_a_stranger_not_at_all() {
    var job = gates.aJobAwaitingApproval();

    var answer = as("operator").get(receipt(job));

    answer.then().statusCode(200).body("job.withheld", equalTo(true));
    assertThat(answer.asString())
        .doesNotContain("Kitchen", "client@example.com", "a.pdf", "Send the comparison");
    assertThat(wrong(answer.asByteArray())).allMatch(line -> line.endsWith("is missing"));
    as("stranger").get(receipt(job)).then().statusCode(404);
    nobody().get(receipt(job)).then().statusCode(401);
  }

  @Test
  void the_keys_are_for_everybody_and_have_no_secret_in_them() {
    nobody()
        .get("/.well-known/countersign-keys.json")
        .then()
        .statusCode(200)
        .body("keys[0].kty", equalTo("OKP"))
        .body("keys[0].crv", equalTo("Ed25519"))
        .body("keys[0].d", equalTo(null));
  }

  @Test
  void asking_for_it_changes_nothing_of_the_job() {
    var job = gates.aJobAwaitingApproval();

    as("submitter").get(receipt(job)).then().statusCode(200);

    assertThat(gates.now(job)).isEqualTo(job);
  }

  @Test
  void a_job_that_is_not_over_is_not_erased() {
    var job = gates.aJobAwaitingApproval();

    as("operator")
        .post("/jobs/" + job.id() + "/erase")
        .then()
        .statusCode(409)
        .body("type", endsWith(":not-now"));

    as("submitter").get(receipt(job)).then().body("job.title", equalTo("Kitchen bids"));
  }

  @Test
  void an_operator_erases_a_job_that_is_over_and_its_receipt_still_verifies() {
    var job = gates.aJobAwaitingApproval();
    as("submitter").post("/jobs/" + job.id() + "/cancel").then().statusCode(200);
    as("submitter").post("/jobs/" + job.id() + "/erase").then().statusCode(403);

    as("operator")
        .post("/jobs/" + job.id() + "/erase")
        .then()
        .statusCode(200)
        .body("status", equalTo("canceled"));
    as("operator").post("/jobs/" + job.id() + "/erase").then().statusCode(200);

    var answer = as("operator").get(receipt(job));
    answer.then().body("job.erased.documents", equalTo("1")).body("citations", empty());
    assertThat(answer.asString()).doesNotContain("Kitchen", "client@example.com", "submitter@");
    assertThat(wrong(answer.asByteArray())).isEmpty();
    as("submitter").get(receipt(job)).then().statusCode(404);
    as("submitter").get("/jobs").then().body("jobs.id", not(hasItem(job.id().value())));
    assertThat(browser(as("operator"), "/ui/jobs/" + job.id()).html()).contains("erased");
  }

  @Test
  void one_that_is_too_large_for_an_answer_comes_by_way_of_the_bucket() throws Exception {
    var job = gates.aJobAwaitingApproval();
    tell(job, 800);

    var answer = as("submitter").get(receipt(job));

    answer.then().statusCode(303);
    var file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(answer.getHeader("Location"))).build(),
                BodyHandlers.ofByteArray())
            .body();
    assertThat(file.length).isGreaterThan(MOST / 2);
    assertThat(new String(file, UTF_8)).contains("\"signature\"");
  }

  /// Entries that nobody committed: the receipt is large, and does not hold.
  private static void tell(Job job, int entries) {
    var stored =
        TestServices.dynamoDb()
            .query(q ->
                q.tableName(TestServices.table())
                    .limit(1)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :event)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(job.id().value()),
                            ":event", AttributeValue.fromS("EVENT#"))))
            .items()
            .getFirst();
    var batch = new ArrayList<WriteRequest>();
    for (int i = 0; i < entries; i++) {
      var item = new HashMap<>(stored);
      item.put("sk", AttributeValue.fromS("EVENT#%010d".formatted(1000 + i)));
      var value = Map.of("salt", text("00"), "value", text("x".repeat(4_000)));
      item.put("personal", AttributeValue.fromM(Map.of("by", AttributeValue.fromM(value))));
      batch.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      if (batch.size() == 25) {
        var full = Map.of(TestServices.table(), batch.stream().toList());
        TestServices.dynamoDb().batchWriteItem(b -> b.requestItems(full));
        batch.clear();
      }
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private List<String> wrong(byte[] receipt) {
    var keys = nobody().get("/.well-known/countersign-keys.json").asString();
    return TestVerify.verify(receipt, keys, nothing).wrong();
  }

  private static String receipt(Job job) {
    return "/jobs/" + job.id() + "/receipt";
  }
}
