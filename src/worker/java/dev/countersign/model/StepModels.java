package dev.countersign.model;

import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;

/// The models as one try of one step may ask them.
record StepModels(Held held, MakeCall calls) implements Models {
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
