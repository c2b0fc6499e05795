package dev.countersign.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.lambda.template.Names;
import dev.countersign.lambda.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Makes in the embedded services what the template's resources would be in the cloud, from the
/// template's own words, and says under which names they are there.
final class TemplateResources {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE = "us-east-1:000000000000:";

  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final S3Client s3;

  TemplateResources(DynamoDbClient dynamoDb, SqsClient sqs, S3Client s3) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.s3 = s3;
  }

  /// The template with every name leading to something.
  Template madeFrom(Template template) {
    var named = template.with(names(template));
    for (var id : named.idsOf("AWS::DynamoDB::Table").toList()) makeTable(named.resource(id));
    for (var id : named.idsOf("AWS::S3::Bucket").toList())
      s3.createBucket(bucket -> bucket.bucket(name(id)));
    // Dead letters first: who sends there names them.
    for (var id : named.idsOf("AWS::SQS::Queue").sorted().toList())
      named = named.with(makeQueue(named.resource(id)));
    return named;
  }

  /// What a resource is called in the cloud here.
  static String name(String id) {
    return "countersign-" + id.toLowerCase(Locale.ROOT);
  }

  private static Names names(Template template) {
    var refs = new HashMap<String, String>();
    var attributes = new HashMap<String, String>();
    template
        .ids()
        .forEach(id -> {
          String name = name(id);
          String arn = arn(template.typeOf(id), name);
          refs.put(id, template.typeOf(id).equals("AWS::SecretsManager::Secret") ? arn : name);
          attributes.put(id + ".Arn", arn);
          attributes.put(id + ".QueueName", name);
        });
    return new Names(refs, attributes);
  }

  private static String arn(String type, String name) {
    return switch (type) {
      case "AWS::DynamoDB::Table" -> "arn:aws:dynamodb:" + HERE + "table/" + name;
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
      case "AWS::SecretsManager::Secret" -> "arn:aws:secretsmanager:" + HERE + "secret:" + name;
      case "AWS::Logs::LogGroup" -> "arn:aws:logs:" + HERE + "log-group:" + name + ":*";
      case "AWS::IAM::Role" -> "arn:aws:iam::000000000000:role/" + name;
      default -> "arn:aws:other:" + HERE + name;
    };
  }

  private void makeTable(Template.Resource table) {
    dynamoDb.createTable(
        CreateTableRequest.builder()
            .tableName(name(table.id()))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(TableParts.keys(table.properties()))
            .attributeDefinitions(TableParts.attributes(table.properties()))
            .globalSecondaryIndexes(TableParts.indexes(table.properties()))
            .build());
  }

  private Names makeQueue(Template.Resource queue) {
    var attributes = new HashMap<QueueAttributeName, String>();
    for (var given :
        List.of(QueueAttributeName.VISIBILITY_TIMEOUT, QueueAttributeName.REDRIVE_POLICY)) {
      var value = queue.properties().get(given.toString());
      if (value != null) attributes.put(given, text(value));
    }
    String url =
        sqs.createQueue(make -> make.queueName(name(queue.id())).attributes(attributes)).queueUrl();
    String arn =
        sqs.getQueueAttributes(
                ask -> ask.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return new Names(Map.of(queue.id(), url), Map.of(queue.id() + ".Arn", arn));
  }

  private static String text(Object value) {
    if (!(value instanceof Map<?, ?> map)) return value.toString();
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
