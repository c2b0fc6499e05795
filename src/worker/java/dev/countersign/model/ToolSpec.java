package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A tool that a model may wish to be used.
@RegisterForReflection
public record ToolSpec(String name, String description, AnswerSchema arguments) {
  public ToolSpec {
    if (!name.matches("[a-zA-Z0-9_-]{1,64}"))
      throw new IllegalArgumentException("no name of a tool: " + name);
  }
}
