package dev.countersign.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What a provider names in an error. Its message is left out on purpose: it may repeat a part of
/// the key, or of what was asked.
///
/// @param code its code, or where it gives none the type; empty when there is neither
/// @param param the parameter that it is about; empty for none
record ErrorBody(String code, String param) {
  static final ErrorBody NOTHING = new ErrorBody("", "");

  static ErrorBody of(ObjectMapper json, String body) {
    try {
      var error = json.readTree(body).path("error");
      var code = name(error.path("code"));
      return new ErrorBody(
          code.isEmpty() ? name(error.path("type")) : code, name(error.path("param")));
    } catch (JsonProcessingException _) {
      return NOTHING;
    }
  }

  /// Only what looks like a name is taken for one.
  private static String name(JsonNode node) {
    var text = node.asText("");
    return node.isValueNode() && text.matches("[A-Za-z0-9_.\\[\\]-]{1,80}") ? text : "";
  }
}
