package dev.countersign.model;

import dev.countersign.store.ToolRow;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The models as one try of one step may ask them.
record StepModels(Held held, MakeCall calls, StoreOnce store) implements Conversing {
  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public <T> Answered<T> ask(ModelTask<T> task) {
    return asked(task, false);
  }

  @Override
  public <T> Answered<T> askAtLength(ModelTask<T> task) {
    return asked(task, true);
  }

  @Override
  public <T> Answered<T> ask(Question question, Function<Reply, Reading<T>> reader) {
    return calls.ask(held, question, reader);
  }

  @Override
  public <R> R once(
      String key, Class<R> type, Supplier<R> work, @Nullable Function<R, ToolRow> line) {
    return store.once(held.job(), key, type, work, line);
  }

  private <T> Answered<T> asked(ModelTask<T> task, boolean atLength) {
    var shape = Shape.of(task.answer());
    var question =
        new Question(
            task.key(),
            task.prompt(),
            Conversation.about(task),
            shape.schema(),
            java.util.List.of(),
            task.maxOutputTokens(),
            atLength);
    return calls.ask(held, question, reply -> shape.read(reply.text()));
  }
}
