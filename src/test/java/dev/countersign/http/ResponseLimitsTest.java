package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Ids;
import dev.countersign.store.NewJob;
import dev.countersign.workflow.Catalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// What goes out fits into a function's response of 6 MB, however much there is.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ResponseLimitsTest {
  private static final int MOST = 6 * 1024 * 1024;

  /// What API Gateway lets through of a request line and headers; a redirect becomes the next one.
  private static final int MOST_HEADERS = 10_240;

  @Inject AtTheGate gates;
  @Inject DynamoJobStore store;
  @Inject Catalog catalog;
  @Inject Ids ids;

  @Test
  void a_list_of_the_largest_jobs_comes_in_pages() {
    for (int i = 0; i < 26; i++) largeJob();

    var page = as("submitter").get("/jobs");

    page.then().statusCode(200);
    assertThat(page.<List<Object>>path("jobs")).hasSize(25);
    assertThat(page.<String>path("next_cursor")).isNotBlank().hasSizeLessThan(200);
    assertThat(page.asByteArray().length).isGreaterThan(400_000).isLessThan(MOST);
  }

  @Test
  void a_long_story_comes_in_parts_that_follow_each_other_without_a_gap() {
    var job = gates.aJobJustSubmitted(Instant.now()).id();
    tell(job, 700, 4_000);

    var seen = new ArrayList<Integer>();
    for (int after = 0, last = -1; after != last; ) {
      last = after;
      var part = as("submitter").get("/jobs/" + job + "/events?after=" + after);
      assertThat(part.asByteArray().length).isLessThan(MOST);
      seen.addAll(part.<List<Integer>>path("events.seq"));
      after = part.path("after");
    }

    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 701).boxed().toList());
    var page = as("submitter").accept("text/html").get("/ui/jobs/" + job);
    assertThat(page.asByteArray().length).isLessThan(MOST);
  }

  @Test
  void addresses_that_are_handed_out_fit_into_the_headers_of_the_next_request() {
    var job = gates.aJobAwaitingApproval();

    var file = as("submitter").get("/jobs/" + job.id() + "/artifacts/comparison.json");
    var link = gates.token(job, "a".repeat(64) + "@" + "b".repeat(185) + ".com");

    assertThat(URI.create(file.getHeader("Location"))).isNotNull();
    assertThat(file.getHeader("Location").length()).isLessThan(MOST_HEADERS / 4);
    assertThat(link.length()).isLessThan(MOST_HEADERS / 4);
  }

  @Test
  void the_description_of_the_api_fits() {
    assertThat(as("submitter").get("/openapi").asByteArray().length).isLessThan(MOST);
  }

  private void largeJob() {
    var workflow = catalog.newest("bid-comparison").orElseThrow();
    var inputs = Map.of("note", "x".repeat(20_000));
    var submission = new Job.Submission("Large", inputs, workflow.plan());
    store.create(
        Job.submitted(ids.job(), AtTheGate.OWNER, workflow.ref(), submission, Instant.now()),
        new NewJob(null, List.of()));
  }

  /// Writes entries after the first one, each with a fact of that many characters.
  private static void tell(JobId job, int count, int chars) {
    try (var dynamo = TestServices.dynamoDb()) {
      var first =
          dynamo
              .getItem(g ->
                  g.tableName(TestServices.table())
                      .key(
                          Map.of(
                              "pk", AttributeValue.fromS(job.value()),
                              "sk", AttributeValue.fromS("EVENT#0000000001"))))
              .item();
      for (int from = 2; from < count + 2; from += 25) {
        var writes =
            IntStream.range(from, Math.min(from + 25, count + 2))
                .mapToObj(seq -> entry(first, seq, chars))
                .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
                .toList();
        dynamo.batchWriteItem(b -> b.requestItems(Map.of(TestServices.table(), writes)));
      }
    }
  }

  private static Map<String, AttributeValue> entry(
      Map<String, AttributeValue> first, int seq, int chars) {
    var item = new HashMap<>(first);
    var text = first.getOrDefault("entry", AttributeValue.fromS("")).s();
    item.put("sk", AttributeValue.fromS("EVENT#%010d".formatted(seq)));
    item.put(
        "entry",
        AttributeValue.fromS(
            text.replace("\"seq\":1,", "\"seq\":%d,".formatted(seq))
                .replace("bid-comparison", "x".repeat(chars))));
    return item;
  }
}
