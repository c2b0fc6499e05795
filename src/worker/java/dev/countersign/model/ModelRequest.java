package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One question to a model, the same for short calls and long ones.
///
/// @param schema what the answer must look like; without one it is text
/// @param maxOutputTokens with what the model thinks before it answers
/// @param metadata stays with a background response: at most 16 pairs, names of 64 and values of
///   512 characters; short calls do not send it
@RegisterForReflection
public record ModelRequest(
    String model,
    List<Turn> turns,
    @Nullable AnswerSchema schema,
    List<ToolSpec> tools,
    int maxOutputTokens,
    Map<String, String> metadata) {
  public ModelRequest {
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
    metadata = Map.copyOf(metadata);
    if (turns.isEmpty()) throw new IllegalArgumentException("a request without a turn");
    if (maxOutputTokens < 1) throw new IllegalArgumentException("a request for no output");
    if (metadata.size() > 16
        || metadata.keySet().stream().anyMatch(name -> name.length() > 64)
        || metadata.values().stream().anyMatch(value -> value.length() > 512))
      throw new IllegalArgumentException("more metadata than a response can carry");
  }
}
