package dev.countersign.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// A JSON Schema in the strict subset that providers enforce; `Shape` makes it from a record.
///
/// @param name letters, digits, `_` and `-`, at most 64
@RegisterForReflection
public record AnswerSchema(String name, JsonNode schema) {
  public AnswerSchema {
    if (!name.matches("[a-zA-Z0-9_-]{1,64}"))
      throw new IllegalArgumentException("no name of a schema: " + name);
    schema = schema.deepCopy();
  }
}
