package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The clients that the application injects reach the embedded services.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class QuarkusClientsTest {
  @Inject DynamoDbClient dynamoDb;
  @Inject SqsClient sqs;
  @Inject S3Client s3;

  @Inject
  @ConfigProperty(name = "countersign.table")
  String table;

  @Inject
  @ConfigProperty(name = "countersign.queue-url")
  String queueUrl;

  @Inject
  @ConfigProperty(name = "countersign.bucket")
  String bucket;

  private final String id = UUID.randomUUID().toString();

  @Test
  void an_item_an_object_and_a_message_come_back() {
    var key = Map.of("pk", AttributeValue.fromS(id), "sk", AttributeValue.fromS("STATE"));
    dynamoDb.putItem(put -> put.tableName(table).item(key));
    s3.putObject(put -> put.bucket(bucket).key(id), RequestBody.fromString(id));
    String sent = sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(id)).messageId();

    assertThat(dynamoDb.getItem(get -> get.tableName(table).key(key)).item()).isEqualTo(key);
    assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key(id)).asUtf8String()).isEqualTo(id);
    assertThat(sent).isNotBlank();
  }
}
