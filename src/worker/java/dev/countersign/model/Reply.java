package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model answered. Its text has not been held against a schema yet.
///
/// @param usage null when the provider did not say; the call is then counted at its worst case
/// @param responseId what the provider calls it; empty when it gave no id
/// @param model the one that answered, e.g. a dated version of the one asked
@RegisterForReflection
public record Reply(
    String text,
    List<ToolCall> toolCalls,
    @Nullable Usage usage,
    Finish finish,
    String responseId,
    String model)
    implements ModelAnswer {
  public Reply {
    toolCalls = List.copyOf(toolCalls);
  }
}
