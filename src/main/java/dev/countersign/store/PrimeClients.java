package dev.countersign.store;

import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Builds the application's clients, and sends the requests that every job makes through others
/// like them, with credentials that are none and an answer from nowhere: the real credentials are
/// not asked for before the restore.
@Singleton
class PrimeClients implements Priming {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"));

  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final S3Client s3;

  PrimeClients(DynamoDbClient dynamoDb, SqsClient sqs, S3Client s3) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.s3 = s3;
  }

  @Override
  public void prime() throws NoSuchAlgorithmException {
    for (var client : List.<SdkClient>of(dynamoDb, sqs, s3)) made(client);
    SSLContext.getDefault().createSSLEngine();
    items();
    objects();
    messages();
  }

  /// A bean is built when it is first asked something.
  private static void made(SdkClient client) {
    if (client.serviceName().isEmpty()) throw new IllegalStateException("a client has no service");
  }

  private static void items() {
    try (var client = offline(DynamoDbClient.builder()).build()) {
      var item = Map.of("pk", AttributeValue.fromS("p"), "n", AttributeValue.fromN("1"));
      client.getItem(get -> get.tableName("t").key(item).consistentRead(true));
      client.query(query -> query.tableName("t").keyConditionExpression("pk = :p"));
      client.updateItem(update -> update.tableName("t").key(item).updateExpression("SET n = :n"));
      var put = TransactWriteItem.builder().put(p -> p.tableName("t").item(item)).build();
      client.transactWriteItems(all -> all.clientRequestToken("token").transactItems(put));
    }
  }

  private static void objects() {
    try (var client = offline(S3Client.builder().forcePathStyle(true)).build();
        var presigner =
            S3Presigner.builder().region(Region.US_EAST_1).credentialsProvider(NOBODY).build()) {
      client.putObject(put -> put.bucket("b").key("k"), RequestBody.fromString("x"));
      client.getObjectAsBytes(get -> get.bucket("b").key("k"));
      presigner.presignGetObject(presign ->
          presign
              .signatureDuration(Duration.ofMinutes(1))
              .getObjectRequest(get -> get.bucket("b").key("k")));
    }
  }

  private static void messages() {
    try (var client = offline(SqsClient.builder().checksumValidationEnabled(false)).build()) {
      client.sendMessage(send -> send.queueUrl("https://localhost/q").messageBody("{}"));
    }
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B offline(
      B builder) {
    return builder.region(Region.US_EAST_1).credentialsProvider(NOBODY).httpClient(new NoNetwork());
  }
}
