package dev.countersign.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// The embedded table, queue and bucket behave as the cloud's do where we rely on it.
class EmbeddedDataTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String id = UUID.randomUUID().toString();

  @Test
  void a_due_job_is_found_by_the_due_index_alone() {
    try (var dynamoDb = TestServices.dynamoDb()) {
      var item =
          Map.of(
              "pk",
              text(id),
              "sk",
              text("STATE"),
              "duePk",
              text("due-" + id),
              "dueAt",
              AttributeValue.fromN("1700"));
      dynamoDb.putItem(put -> put.tableName(TestServices.table()).item(item));

      var due =
          dynamoDb.query(query ->
              query
                  .tableName(TestServices.table())
                  .indexName("due")
                  .keyConditionExpression("duePk = :shard AND dueAt <= :now")
                  .expressionAttributeValues(
                      Map.of(":shard", text("due-" + id), ":now", AttributeValue.fromN("1700"))));

      assertThat(due.items()).hasSize(1);
      assertThat(due.items().getFirst()).containsOnlyKeys("pk", "sk", "duePk", "dueAt");
    }
  }

  @Test
  void the_table_has_its_three_indexes_and_its_time_to_live() {
    try (var dynamoDb = TestServices.dynamoDb()) {
      var table = dynamoDb.describeTable(ask -> ask.tableName(TestServices.table())).table();
      var ttl = dynamoDb.describeTimeToLive(ask -> ask.tableName(TestServices.table()));

      assertThat(table.globalSecondaryIndexes())
          .allSatisfy(index -> assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE))
          .extracting("indexName")
          .containsExactlyInAnyOrder("owner", "due", "reviewer");
      assertThat(ttl.timeToLiveDescription().attributeName()).isEqualTo("ttl");
    }
  }

  @Test
  void a_message_that_is_never_deleted_ends_among_the_dead_letters() {
    try (var sqs = TestServices.sqs()) {
      String queue = queueWithRedriveAfterOneReceive();
      sqs.sendMessage(send -> send.queueUrl(queue).messageBody(id));
      var first =
          sqs.receiveMessage(get -> get.queueUrl(queue).visibilityTimeout(0).waitTimeSeconds(1));
      var second = sqs.receiveMessage(get -> get.queueUrl(queue));
      var dead =
          sqs.receiveMessage(get -> get.queueUrl(TestServices.deadQueueUrl()).waitTimeSeconds(1));

      assertThat(first.messages()).singleElement().extracting("body").isEqualTo(id);
      assertThat(second.messages()).isEmpty();
      assertThat(dead.messages()).extracting("body").contains(id);
    }
  }

  @Test
  void a_presigned_upload_is_taken_as_signed_and_only_once() throws Exception {
    byte[] body = "exactly this".getBytes(UTF_8);
    var upload = presignUpload(body);

    int first = put(upload, body);
    int again = put(upload, body);
    String read = get(presignDownload());

    assertThat(first).isEqualTo(200);
    assertThat(again).isEqualTo(412);
    assertThat(read).isEqualTo("exactly this");
  }

  @Test
  void a_presigned_upload_with_another_type_is_refused() throws Exception {
    byte[] body = {1, 2, 3};
    var upload = presignUpload(body);
    var request =
        HttpRequest.newBuilder(upload.url().toURI())
            .header("content-type", "text/html")
            .PUT(BodyPublishers.ofByteArray(body))
            .build();

    int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();

    assertThat(status).isEqualTo(403);
  }

  private PresignedPutObjectRequest presignUpload(byte[] body) {
    try (var presigner = TestServices.s3Presigner()) {
      return presigner.presignPutObject(sign ->
          sign.signatureDuration(Duration.ofMinutes(5))
              .putObjectRequest(put ->
                  put.bucket(TestServices.bucket())
                      .key("uploads/" + id)
                      .contentLength((long) body.length)
                      .contentType("application/pdf")
                      .ifNoneMatch("*")));
    }
  }

  private URI presignDownload() throws Exception {
    try (var presigner = TestServices.s3Presigner()) {
      return presigner
          .presignGetObject(sign ->
              sign.signatureDuration(Duration.ofMinutes(5))
                  .getObjectRequest(get -> get.bucket(TestServices.bucket()).key("uploads/" + id)))
          .url()
          .toURI();
    }
  }

  private static int put(PresignedPutObjectRequest upload, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(upload.url().toURI()).PUT(BodyPublishers.ofByteArray(body));
    upload.signedHeaders().entrySet().stream()
        .filter(header -> !List.of("host", "content-length").contains(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue().getFirst()));
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String get(URI url) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }

  private String queueWithRedriveAfterOneReceive() {
    try (var sqs = TestServices.sqs()) {
      return sqs.createQueue(create ->
              create
                  .queueName("redrive-" + id)
                  .attributesWithStrings(
                      Map.of(
                          "RedrivePolicy",
                          """
                          {"deadLetterTargetArn":
                            "arn:aws:sqs:us-east-1:000000000000:countersign-dead",
                           "maxReceiveCount": "1"}\
                          """)))
          .queueUrl();
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
