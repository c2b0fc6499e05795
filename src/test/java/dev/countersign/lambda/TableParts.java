package dev.countersign.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/// The parts of an `AWS::DynamoDB::Table` as the SDK wants them.
final class TableParts {
  private TableParts() {}

  static List<KeySchemaElement> keys(Map<String, Object> properties) {
    return keys(tree(properties).path("KeySchema"));
  }

  static List<AttributeDefinition> attributes(Map<String, Object> properties) {
    return each(tree(properties).path("AttributeDefinitions"))
        .map(attribute ->
            AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText())
                .build())
        .toList();
  }

  static List<GlobalSecondaryIndex> indexes(Map<String, Object> properties) {
    return each(tree(properties).path("GlobalSecondaryIndexes"))
        .map(index ->
            GlobalSecondaryIndex.builder()
                .indexName(index.path("IndexName").asText())
                .keySchema(keys(index.path("KeySchema")))
                .projection(p -> p.projectionType(index.at("/Projection/ProjectionType").asText()))
                .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(JsonNode schema) {
    return each(schema)
        .map(key ->
            KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build())
        .toList();
  }

  private static JsonNode tree(Map<String, Object> properties) {
    return new ObjectMapper().valueToTree(properties);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
