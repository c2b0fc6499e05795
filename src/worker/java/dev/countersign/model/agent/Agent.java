package dev.countersign.model.agent;

import dev.countersign.model.tools.Toolbox;
import dev.countersign.workflow.ModelTask;

/// What an agent is: our words to it, what it may use, the form of its answer, and how far it goes.
///
/// @param name tells it from the step's other agents and tasks: lower-case letters, digits and `-`
/// @param prompt our own words, versioned; never edited in place
/// @param answer a record: its fields are the strict schema of the answer
public record Agent<T>(
    String name, ModelTask.Prompt prompt, Toolbox tools, Class<T> answer, AgentLimits limits) {
  public Agent {
    if (!name.matches("[a-z][a-z0-9-]{0,59}"))
      throw new IllegalArgumentException("'" + name + "' is no name of an agent.");
    if (!answer.isRecord()) throw new IllegalArgumentException("an answer is a record");
  }
}
