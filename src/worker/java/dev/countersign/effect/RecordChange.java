package dev.countersign.effect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countersign.workflow.Action;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Map;

/// A change of a record behind an HTTP address, as a person can approve it: how the record was
/// read, how it will be, and exactly what is written, under the condition that nobody changed it
/// since.
///
/// @param method `PUT` or `PATCH`
/// @param ifMatch the record's entity tag when it was read, quoted as it came
/// @param mediaType of `body`, e.g. `application/merge-patch+json`
/// @param before the record as it was read
/// @param after the record, or those of its fields that change, as it will be; the receiver is
///   asked by it whether the change was made
/// @param body what is written
@RegisterForReflection
public record RecordChange(
    String method,
    @JsonProperty("if_match") String ifMatch,
    @JsonProperty("media_type") String mediaType,
    JsonNode before,
    JsonNode after,
    String body) {
  public static final String KIND = "record-change";
  public static final String MEDIA_TYPE = "application/vnd.countersign.record-change+json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public RecordChange {
    if (!method.equals("PUT") && !method.equals("PATCH"))
      throw new IllegalArgumentException("a record is changed by PUT or PATCH");
    if (!ifMatch.matches("\"[\\x21\\x23-\\x7e]*\""))
      throw new IllegalArgumentException("a change takes the record's strong entity tag, quoted");
  }

  /// As something that a person can approve.
  ///
  /// @param target the record's address, from the submitter's input or a configured origin
  /// @param subject what people call the record
  public Action action(String target, String subject) {
    try {
      return new Action(KIND, target, subject, MEDIA_TYPE, JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }

  /// @throws IllegalArgumentException when the payload is none
  static RecordChange of(Action action) {
    try {
      return JSON.readValue(action.payload(), RecordChange.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("the payload is no change of a record", e);
    }
  }

  /// Whether a record, as it is read now, is as this change makes it.
  boolean madeIn(byte[] record) {
    try {
      return holds(JSON.readTree(record), after);
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean holds(JsonNode record, JsonNode wanted) {
    if (!wanted.isObject() || !record.isObject()) return record.equals(wanted);
    return wanted.properties().stream()
        .allMatch((Map.Entry<String, JsonNode> field) ->
            record.has(field.getKey()) && holds(record.get(field.getKey()), field.getValue()));
  }
}
