package dev.countersign.model;

import dev.countersign.workflow.ModelTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step asks a model, as it is sent.
///
/// @param task the step's own name for it: the same is asked once
/// @param atLength whether it may take minutes, and is asked in the background where that can be
public record Question(
    String task,
    ModelTask.Prompt prompt,
    List<Turn> turns,
    @Nullable AnswerSchema schema,
    List<ToolSpec> tools,
    int maxOutputTokens,
    boolean atLength) {
  public Question {
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
  }
}
