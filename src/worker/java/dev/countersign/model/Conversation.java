package dev.countersign.model;

import dev.countersign.workflow.ModelTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A task as turns: our own words first, then each document fenced as data.
final class Conversation {
  private Conversation() {}

  static List<Turn> about(ModelTask<?> task) {
    var turns = new ArrayList<Turn>();
    turns.add(new Turn.Instruction(task.prompt().text().strip() + "\n\n" + Fence.RULE));
    var data = new StringBuilder();
    for (var document : task.documents())
      data.append(Fence.around(document.name(), document.text()));
    turns.add(new Turn.Question(data.isEmpty() ? "There are no documents." : data.toString()));
    return turns;
  }

  /// The same once more, with the answer that could not be used and what was wrong with it.
  ///
  /// @param before empty when it is not known any more
  static List<Turn> repaired(List<Turn> turns, Optional<Reply> before, String trouble) {
    var again = new ArrayList<>(turns);
    before
        .filter(reply -> !reply.text().isBlank() && reply.toolCalls().isEmpty())
        .ifPresent(reply -> again.add(new Turn.Answer(reply.text(), List.of())));
    again.add(
        new Turn.Question(
            "That answer could not be used: %s Answer once more, as you were asked to."
                .formatted(trouble)));
    return again;
  }
}
