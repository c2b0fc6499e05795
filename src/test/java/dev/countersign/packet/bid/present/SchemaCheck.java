package dev.countersign.packet.bid.present;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Checks JSON against the part of JSON Schema that the packet's schemas use, and says where it
/// does not hold.
final class SchemaCheck {
  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  static List<String> faults(JsonNode schema, JsonNode json) {
    SchemaCheck check = new SchemaCheck(schema);
    check.check(schema, json, "$");
    return check.faults;
  }

  private void check(JsonNode schema, JsonNode json, String at) {
    if (schema.has("$ref")) {
      check(root.at(schema.get("$ref").asText().substring(1)), json, at);
      return;
    }
    if (schema.has("anyOf")) {
      for (JsonNode one : schema.get("anyOf")) if (holds(one, json)) return;
      faults.add(at + " is none of the allowed forms: " + json);
    }
    if (schema.has("const") && !schema.get("const").equals(json)) faults.add(at + " is " + json);
    if (schema.has("enum") && !contains(schema.get("enum"), json)) faults.add(at + " is " + json);
    if (schema.has("type") && !typed(schema.get("type"), json)) faults.add(at + " is " + json);
    if (schema.has("pattern") && !json.asText().matches(schema.get("pattern").asText())) {
      faults.add(at + " is " + json);
    }
    members(schema, json, at);
  }

  private void members(JsonNode schema, JsonNode json, String at) {
    for (JsonNode name : schema.path("required")) {
      if (!json.has(name.asText())) faults.add(at + " lacks " + name.asText());
    }
    if (json.isArray() && schema.has("items")) {
      for (int i = 0; i < json.size(); i++) check(schema.get("items"), json.get(i), at + "/" + i);
    }
    if (!json.isObject() || !schema.path("type").asText().equals("object")) return;
    for (var field : json.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      JsonNode other = schema.path("additionalProperties");
      String there = at + "/" + field.getKey();
      if (!known.isMissingNode()) check(known, field.getValue(), there);
      else if (other.isObject()) check(other, field.getValue(), there);
      else faults.add(there + " is not in the schema");
    }
  }

  private boolean holds(JsonNode schema, JsonNode json) {
    SchemaCheck inner = new SchemaCheck(root);
    inner.check(schema, json, "");
    return inner.faults.isEmpty();
  }

  private static boolean contains(JsonNode values, JsonNode json) {
    for (JsonNode value : values) if (value.equals(json)) return true;
    return false;
  }

  private static boolean typed(JsonNode type, JsonNode json) {
    if (type.isArray()) {
      for (JsonNode one : type) if (typed(one, json)) return true;
      return false;
    }
    return switch (type.asText()) {
      case "object" -> json.isObject();
      case "array" -> json.isArray();
      case "string" -> json.isTextual();
      case "integer" -> json.isIntegralNumber();
      case "number" -> json.isNumber();
      case "boolean" -> json.isBoolean();
      case "null" -> json.isNull();
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }
}
