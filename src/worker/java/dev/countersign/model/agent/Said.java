package dev.countersign.model.agent;

import dev.countersign.model.Reading;
import dev.countersign.model.Reply;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import java.util.List;

/// What a model said in a turn: its answer, or which tools it wants used.
sealed interface Said<T> {
  Reply reply();

  record Answers<T>(T answer, Reply reply) implements Said<T> {}

  record Wants<T>(List<ToolCall> calls, Reply reply) implements Said<T> {}

  /// @param tools whether it was offered any
  static <T> Reading<Said<T>> read(Reply reply, Shape<T> shape, boolean tools) {
    if (!reply.toolCalls().isEmpty())
      return tools
          ? new Reading.Read<>(new Wants<>(reply.toolCalls(), reply))
          : new Reading.WrongShape<>(List.of("No tool can be used any more; answer"));
    return switch (shape.read(reply.text())) {
      case Reading.Read<T>(var answer) -> new Reading.Read<>(new Answers<>(answer, reply));
      case Reading.NotJson<T>(var why) -> new Reading.NotJson<>(why);
      case Reading.WrongShape<T>(var problems) -> new Reading.WrongShape<>(problems);
    };
  }

  /// All that was sent and made; what the provider did not count, counts as nothing here and at its
  /// worst in the budget.
  default long tokens() {
    var usage = reply().usage();
    return usage == null ? 0 : usage.input() + usage.output();
  }
}
