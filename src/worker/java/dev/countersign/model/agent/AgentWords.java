package dev.countersign.model.agent;

import dev.countersign.model.Fence;
import dev.countersign.model.Turn;
import dev.countersign.model.tools.Library;
import dev.countersign.model.tools.ListSources;
import dev.countersign.model.tools.ToolAnswer;
import java.util.List;

/// What an agent is told beside its prompt.
final class AgentWords {
  static final String CLOSING =
      "You have come to a limit: no tool can be used any more. Answer now with what you have found,"
          + " and say in the answer what is missing.";

  private AgentWords() {}

  static List<Turn> opening(Agent<?> agent, String question, Library library) {
    var sources = new ListSources().use(new ListSources.Nothing(), library).told();
    return List.of(
        new Turn.Instruction(
            "%s\n\n%s\n\nYou may use tools at most %d times, in at most %d turns."
                .formatted(
                    agent.prompt().text().strip(),
                    Fence.RULE,
                    agent.limits().calls(),
                    agent.limits().turns())),
        new Turn.Question(question + "\n\n" + Fence.around("the documents", sources)));
  }

  /// What was found may hold anybody's words; a refusal holds only ours.
  static String told(ToolUse use) {
    return switch (use.answer()) {
      case ToolAnswer.Found found -> Fence.around("answer of " + use.tool(), found.text());
      case ToolAnswer.Refused refused -> refused.told();
    };
  }
}
