package dev.countersign.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// One entry of a conversation with a model.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Turn.Instruction.class, name = "system"),
  @JsonSubTypes.Type(value = Turn.Question.class, name = "user"),
  @JsonSubTypes.Type(value = Turn.Answer.class, name = "assistant"),
  @JsonSubTypes.Type(value = Turn.ToolResult.class, name = "tool")
})
public sealed interface Turn {
  /// What the model shall do; the only turn that comes from us alone.
  @RegisterForReflection
  record Instruction(String text) implements Turn {}

  @RegisterForReflection
  record Question(String text) implements Turn {}

  /// What the model said, and what it wants to know.
  ///
  /// @param text may be empty where it calls tools
  @RegisterForReflection
  record Answer(String text, List<ToolCall> calls) implements Turn {
    public Answer {
      calls = List.copyOf(calls);
    }
  }

  /// @param call the id of the call that this answers
  @RegisterForReflection
  record ToolResult(String call, String text) implements Turn {}
}
