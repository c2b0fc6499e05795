package dev.countersign.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a record behind an address is changed, field by field, taken from the very bytes that were
/// proposed.
///
/// @param ifMatch the version of the record that it is written over, and no other
/// @param written exactly what is sent
record ChangePreview(String method, String ifMatch, List<Field> fields, String written) {
  static final String MEDIA_TYPE = "application/vnd.countersign.record-change+json";

  /// @param before `(none)` for a field that the record did not have
  record Field(String name, String before, String after) {}

  /// Empty for what cannot be read as a change.
  static Optional<ChangePreview> of(byte[] payload, ObjectMapper json) {
    try {
      var root = json.readTree(payload);
      var before = root.path("before");
      return Optional.of(
          new ChangePreview(
              root.path("method").asText(),
              root.path("if_match").asText(),
              root.path("after").properties().stream().map(field -> field(field, before)).toList(),
              root.path("body").asText()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Field field(Map.Entry<String, JsonNode> after, JsonNode before) {
    return new Field(after.getKey(), words(before.path(after.getKey())), words(after.getValue()));
  }

  private static String words(JsonNode value) {
    if (value.isMissingNode()) return "(none)";
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
