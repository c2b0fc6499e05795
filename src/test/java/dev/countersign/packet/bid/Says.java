package dev.countersign.packet.bid;

import dev.countersign.model.Reading;
import dev.countersign.model.Shape;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;
import java.math.BigDecimal;
import java.util.function.Function;

/// A model of few words.
///
/// @param words its answer to what it is asked, as JSON; may throw what a model's absence throws
public record Says(Function<ModelTask<?>, String> words) implements Models {
  public static final String MODEL = "scripted-1";

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public <T> Answered<T> ask(ModelTask<T> task) {
    return switch (Shape.of(task.answer()).read(words.apply(task))) {
      case Reading.Read<T>(var value) -> new Answered<>(value, "call_1", MODEL, BigDecimal.ZERO);
      case Reading.NotJson<T>(var why) -> throw new IllegalArgumentException(why);
      case Reading.WrongShape<T>(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  @Override
  public <T> Answered<T> askAtLength(ModelTask<T> task) {
    return ask(task);
  }
}
