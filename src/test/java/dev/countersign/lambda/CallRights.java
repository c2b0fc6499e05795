package dev.countersign.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.lambda.template.Statement.Right;
import dev.countersign.lambda.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which rights a call needs, by the tables of
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html>.
///
/// A presigned request needs the rights of who signed it, so it counts for the function whose
/// endpoint it names.
final class CallRights {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DYNAMODB = "dynamodb:";

  /// What each part of a transaction or batch is, to IAM.
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private final Template template;

  CallRights(Template template) {
    this.template = template;
  }

  List<Right> of(SeenCall call) {
    return switch (call.service()) {
      case "DYNAMODB" -> dynamoDb(call.operation(), body(call));
      case "SQS" -> List.of(new Right("sqs:" + call.operation(), queue(body(call))));
      case "SECRETS_MANAGER" ->
          List.of(
              new Right(
                  "secretsmanager:" + call.operation(), body(call).path("SecretId").asText()));
      // Raw mail through the second API is checked against both names.
      case "SESV2" ->
          List.of(
              new Right("ses:SendEmail", identity()), new Right("ses:SendRawEmail", identity()));
      case "S3" -> S3Rights.of(call);
      default -> throw new IllegalArgumentException("no rights are known for " + call);
    };
  }

  /// What Lambda does with a function's role to get messages for it:
  /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>.
  static List<Right> ofQueueSource(String arn) {
    return Stream.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
        .map(action -> new Right("sqs:" + action, arn))
        .toList();
  }

  private List<Right> dynamoDb(String operation, JsonNode body) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" -> {
        var rights = new ArrayList<Right>();
        for (var item : body.path("TransactItems"))
          item.properties()
              .forEach(part ->
                  rights.add(
                      new Right(DYNAMODB + PARTS.get(part.getKey()), table(part.getValue()))));
        yield rights;
      }
      case "BatchGetItem", "BatchWriteItem" ->
          body.path("RequestItems")
              .propertyStream()
              .map(table -> new Right(DYNAMODB + operation, arn(table.getKey())))
              .toList();
      default -> List.of(new Right(DYNAMODB + operation, table(body)));
    };
  }

  /// The table, or the index of it that is asked.
  private String table(JsonNode part) {
    var index = part.path("IndexName").asText("");
    var table = arn(part.path("TableName").asText());
    return index.isEmpty() ? table : table + "/index/" + index;
  }

  private static String arn(String table) {
    return table.startsWith("arn:")
        ? table
        : "arn:aws:dynamodb:us-east-1:000000000000:table/" + table;
  }

  private String queue(JsonNode body) {
    var url = body.path("QueueUrl").asText();
    return template
        .idsOf("AWS::SQS::Queue")
        .filter(queue -> template.names().ref(queue).equals(url))
        .map(queue -> template.names().attribute(queue + ".Arn"))
        .findFirst()
        .orElse(url);
  }

  private String identity() {
    return "arn:aws:ses:us-east-1:000000000000:identity/" + template.names().ref("MailFrom");
  }

  private static JsonNode body(SeenCall call) {
    try {
      return JSON.readTree(call.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON in " + call, e);
    }
  }
}
