package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One request that the scripted server got.
public record Asked(String method, String path, Headers headers, JsonNode body) {
  public boolean isChat() {
    return path.endsWith("/chat/completions");
  }

  public boolean isCreate() {
    return method.equals("POST") && path.endsWith("/responses");
  }

  /// A question to a model, at once or at length.
  public boolean isQuestion() {
    return isChat() || isCreate();
  }

  public boolean isRetrieve() {
    return method.equals("GET") && path.contains("/responses/");
  }

  public boolean isCancel() {
    return path.endsWith("/cancel");
  }

  public String model() {
    return body.path("model").asText();
  }

  /// The name of the schema that the answer is held to; empty for none.
  public String schemaName() {
    return schema().path("name").asText("");
  }

  public JsonNode schema() {
    return isChat()
        ? body.path("response_format").path("json_schema")
        : body.path("text").path("format");
  }

  /// What was said in this role (`system`, `user`, `assistant`, `tool`), one after the other.
  public String said(String role) {
    var turns = body.path(isChat() ? "messages" : "input");
    return StreamSupport.stream(turns.spliterator(), false)
        .filter(turn -> role.equals(turn.path("role").asText()))
        .map(turn -> turn.path("content").asText())
        .collect(Collectors.joining("\n"));
  }

  /// The id of the response that it is about.
  public String response() {
    return path.replaceFirst(".*/responses/", "").replaceFirst("/.*", "");
  }
}
