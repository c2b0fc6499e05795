package dev.countersign.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The strict subset of JSON Schema (OpenAI's structured outputs) for a record: every property is
/// required, no other is allowed, and what may be null says so.
final class RecordSchema {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class);
  private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Deque<Class<?>> inside = new ArrayDeque<>();

  private RecordSchema() {}

  static ObjectNode of(Class<?> record) {
    if (!record.isRecord()) throw new IllegalArgumentException(record + " is no record");
    return new RecordSchema().object(record);
  }

  private ObjectNode object(Class<?> record) {
    if (inside.contains(record))
      throw new IllegalArgumentException(record.getName() + " holds itself");
    inside.push(record);
    var object = typed("object");
    var meaning = record.getAnnotation(Meaning.class);
    if (meaning != null) object.put("description", meaning.value());
    var properties = object.putObject("properties");
    var required = object.putArray("required");
    for (var component : record.getRecordComponents()) {
      var name = SnakeCaseStrategy.INSTANCE.translate(component.getName());
      properties.set(name, property(component));
      required.add(name);
    }
    object.put("additionalProperties", false);
    inside.pop();
    return object;
  }

  private ObjectNode property(RecordComponent component) {
    var schema = of(component.getAnnotatedType());
    var meaning = component.getAnnotation(Meaning.class);
    if (meaning != null) schema.put("description", meaning.value());
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        ? orNull(schema)
        : schema;
  }

  private ObjectNode of(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType generic
        && generic.getType() instanceof java.lang.reflect.ParameterizedType list
        && list.getRawType() == List.class)
      return typed("array").set("items", of(generic.getAnnotatedActualTypeArguments()[0]));
    return annotated.getType() instanceof Class<?> type ? plain(type) : unknown(annotated);
  }

  private ObjectNode plain(Class<?> type) {
    if (type == String.class) return typed("string");
    if (WHOLE.contains(type)) return typed("integer");
    if (type == BigDecimal.class) return typed("number");
    if (TRUTH.contains(type)) return typed("boolean");
    if (type == LocalDate.class) return typed("string").put("format", "date");
    if (type.isEnum()) return choice(type);
    if (type.isRecord()) return object(type);
    throw new IllegalArgumentException("no strict schema for " + type.getName());
  }

  private ObjectNode choice(Class<?> type) {
    var choice = typed("string");
    var values = choice.putArray("enum");
    Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .forEach(values::add);
    return choice;
  }

  private ObjectNode orNull(ObjectNode schema) {
    if (schema.has("enum") || schema.path("type").asText().equals("object")) {
      var either = nodes.objectNode();
      either.putArray("anyOf").add(schema).add(typed("null"));
      return either;
    }
    schema.set("type", nodes.arrayNode().add(schema.path("type").asText()).add("null"));
    return schema;
  }

  private ObjectNode typed(String type) {
    return nodes.objectNode().put("type", type);
  }

  private static ObjectNode unknown(AnnotatedType type) {
    throw new IllegalArgumentException("no strict schema for " + type.getType().getTypeName());
  }
}
