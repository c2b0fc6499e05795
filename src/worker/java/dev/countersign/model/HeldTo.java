package dev.countersign.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// Holds JSON against what `RecordSchema` makes. Says places and expectations, never values.
final class HeldTo {
  private static final int MOST = 10;
  private final List<String> problems = new ArrayList<>();

  private HeldTo() {}

  /// @return at most ten problems; empty when all is as it must be
  static List<String> schema(JsonNode schema, JsonNode value) {
    var held = new HeldTo();
    held.look(schema, value, "");
    return held.problems;
  }

  private void look(JsonNode schema, JsonNode value, String place) {
    if (problems.size() >= MOST) return;
    if (schema.has("anyOf")) {
      if (!value.isNull()) look(schema.path("anyOf").path(0), value, place);
    } else if (types(schema).noneMatch(type -> is(type, value))) {
      wrong(place, "must be " + String.join(" or ", types(schema).toList()));
    } else if (value.isObject()) {
      object(schema, value, place);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++)
        look(schema.path("items"), value.path(i), place + "/" + i);
    } else if (value.isTextual()) {
      text(schema, value.asText(), place);
    }
  }

  private void object(JsonNode schema, JsonNode value, String place) {
    var properties = schema.path("properties");
    for (var property : properties.properties()) {
      var name = property.getKey();
      if (value.has(name)) look(property.getValue(), value.path(name), place + "/" + name);
      else wrong(place + "/" + name, "is missing");
    }
    long strangers =
        value.properties().stream().filter(field -> !properties.has(field.getKey())).count();
    if (strangers > 0)
      wrong(place, "has %d properties that do not belong here".formatted(strangers));
  }

  private void text(JsonNode schema, String text, String place) {
    if (schema.has("enum")
        && StreamSupport.stream(schema.path("enum").spliterator(), false)
            .noneMatch(choice -> choice.asText().equals(text)))
      wrong(place, "must be one of " + schema.path("enum"));
    if (schema.path("format").asText().equals("date") && !isDate(text))
      wrong(place, "must be a date as 2026-01-31");
  }

  private void wrong(String place, String why) {
    if (problems.size() < MOST) problems.add((place.isEmpty() ? "The answer" : place) + " " + why);
  }

  private static java.util.stream.Stream<String> types(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
        : java.util.stream.Stream.of(type.asText());
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("no type of a strict schema: " + type);
    };
  }

  private static boolean isDate(String text) {
    try {
      return !LocalDate.parse(text).equals(LocalDate.MIN);
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
