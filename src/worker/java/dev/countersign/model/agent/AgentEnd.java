package dev.countersign.model.agent;

import dev.countersign.model.agent.AgentLimits.Limit;
import dev.countersign.source.Instruction;
import java.util.List;

/// How an agent ended. None of it is more than a claim: an answer's quotes are looked up again
/// ([dev.countersign.model.tools.Library#cited]), and whatever it says should be done goes through
/// a gate, to whom the submitter named.
public sealed interface AgentEnd<T> {
  Work work();

  /// By a stable name.
  default String wireName() {
    return switch (this) {
      case Answered<T> _ -> "answered";
      case SoFar<T> _ -> "answered_so_far";
      case ByRule<T> _ -> "left_to_rules";
    };
  }

  /// It answered.
  record Answered<T>(T answer, Work work) implements AgentEnd<T> {}

  /// It came to a limit and answered with what it had.
  record SoFar<T>(T answer, Limit limit, Work work) implements AgentEnd<T> {}

  /// It came to a limit, and the step is to go on by rule.
  record ByRule<T>(Limit limit, Work work) implements AgentEnd<T> {}

  /// What it took.
  ///
  /// @param uses of tools, in their order
  /// @param instructions what in its documents tried to instruct it, for the reviewer
  record Work(Spent spent, List<ToolUse> uses, List<Instruction> instructions) {
    public Work {
      uses = List.copyOf(uses);
      instructions = List.copyOf(instructions);
    }
  }
}
