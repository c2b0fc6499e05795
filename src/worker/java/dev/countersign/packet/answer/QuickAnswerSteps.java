package dev.countersign.packet.answer;

import static dev.countersign.workflow.WorkflowSteps.Step.step;

import dev.countersign.job.WorkflowRef;
import dev.countersign.model.tools.Library;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.QuickAnswer;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.StepResult.Done;
import dev.countersign.workflow.WorkflowSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The steps of the workflow `quick-answer`, version 1.
@ApplicationScoped
public class QuickAnswerSteps implements WorkflowSteps {
  private static final String NO_MODEL = "No model was asked: none is set up here.";

  private final DrawAnswer draw;

  QuickAnswerSteps(DrawAnswer draw) {
    this.draw = draw;
  }

  @Override
  public WorkflowRef workflow() {
    return QuickAnswer.workflow().ref();
  }

  @Override
  public List<Step> steps() {
    return List.of(step("read", new ReadDocuments()), step("answer", this::answer));
  }

  private StepResult answer(StepContext context) {
    var read = context.result("read", Read.class);
    read.refuseWhenNothingWasRead();
    var question = context.inputs().getOrDefault(QuickAnswer.QUESTION, "").strip();
    var answer = answer(question, read, context);
    return new Done(null, draw.draw(context.title(), answer), List.of());
  }

  /// A model's answer where one can be had, else what the rules find; which of them, it says.
  private static Answer answer(String question, Read read, StepContext context) {
    try (var library = Library.of(read.readable())) {
      var found = Found.on(question, library);
      var models = context.models();
      if (!models.configured()) return AnswerByRule.of(question, read, found, NO_MODEL);
      try {
        return AskModel.of(question, read, library, found, models);
      } catch (ModelFault fault) {
        return AnswerByRule.of(question, read, found, without(fault));
      }
    }
  }

  private static String without(ModelFault fault) {
    return "The model gave no answer that counts (%s)."
        .formatted(fault.kind().wireName().replace('_', ' '));
  }
}
