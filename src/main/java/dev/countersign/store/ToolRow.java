package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/// One use of a tool by an agent, as the job's log of calls keeps it: names and counts, never what
/// was asked or found.
///
/// @param agent which of the step's
/// @param number of the use, from 1
/// @param turn of the model that wanted it
/// @param tool `unknown` when it was none of the agent's
/// @param arguments their names
/// @param asked characters of the arguments
/// @param outcome `found`, or the fault's stable name
/// @param told characters that the model was told
/// @param cited passages that the answer stands on
@RegisterForReflection
public record ToolRow(
    String agent,
    int number,
    int turn,
    String tool,
    List<String> arguments,
    int asked,
    String outcome,
    int told,
    int cited,
    Instant at) {
  public ToolRow {
    arguments = List.copyOf(arguments);
  }
}
