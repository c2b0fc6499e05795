package dev.countersign.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Creates in the embedded services what `template.yaml` creates in the cloud: the table with its
/// indexes, the work queue with its dead letters, the bucket. What is there already stays.
final class CloudResources {
  static final String TABLE = "countersign";
  static final String BUCKET = "countersign";
  private static final String QUEUE = "countersign-work";
  private static final String DEAD_QUEUE = "countersign-dead";
  private static final int MAX_RECEIVES = 8;
  private static final int VISIBILITY_SECONDS = 900;

  private CloudResources() {}

  /// The queues' addresses, as the service gave them.
  record Queues(String work, String dead) {}

  static void createTable(URI endpoint) {
    try (var dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      if (dynamoDb.listTables().tableNames().contains(TABLE)) {
        return;
      }
      dynamoDb.createTable(table ->
          table
              .tableName(TABLE)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(keys("pk", "sk"))
              .attributeDefinitions(attributes())
              .globalSecondaryIndexes(
                  index("owner", "ownerPk", "ownerSk", ProjectionType.ALL),
                  index("due", "duePk", "dueAt", ProjectionType.KEYS_ONLY),
                  index("reviewer", "reviewerPk", "reviewerSk", ProjectionType.ALL)));
      dynamoDb.updateTimeToLive(ttl ->
          ttl.tableName(TABLE)
              .timeToLiveSpecification(on -> on.enabled(true).attributeName("ttl")));
    }
  }

  static Queues createQueues(URI endpoint) {
    try (var sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      String dead = sqs.createQueue(queue -> queue.queueName(DEAD_QUEUE)).queueUrl();
      String deadArn =
          sqs.getQueueAttributes(
                  ask -> ask.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      var attributes =
          Map.of(
              QueueAttributeName.VISIBILITY_TIMEOUT,
              Integer.toString(VISIBILITY_SECONDS),
              QueueAttributeName.REDRIVE_POLICY,
              "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                  .formatted(deadArn, MAX_RECEIVES));
      String work =
          sqs.createQueue(queue -> queue.queueName(QUEUE).attributes(attributes)).queueUrl();
      return new Queues(work, dead);
    }
  }

  static void createBucket(URI endpoint) {
    try (var s3 =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClient(UrlConnectionHttpClient.create())
            .forcePathStyle(true)
            .build()) {
      if (s3.listBuckets().buckets().stream().noneMatch(bucket -> bucket.name().equals(BUCKET))) {
        s3.createBucket(bucket -> bucket.bucket(BUCKET));
      }
    }
  }

  private static List<AttributeDefinition> attributes() {
    var texts = List.of("pk", "sk", "ownerPk", "ownerSk", "duePk", "reviewerPk", "reviewerSk");
    var definitions =
        new ArrayList<>(
            texts.stream().map(name -> attribute(name, ScalarAttributeType.S)).toList());
    definitions.add(attribute("dueAt", ScalarAttributeType.N));
    return definitions;
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static GlobalSecondaryIndex index(
      String name, String hash, String range, ProjectionType projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(hash, range))
        .projection(projected -> projected.projectionType(projection))
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }
}
