package dev.countersign.worker;

import dev.countersign.job.Spending;
import dev.countersign.job.WorkflowRef;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import dev.countersign.workflow.WorkflowSteps;
import java.time.Duration;
import java.util.List;

/// A workflow of one step, with code of a test's own.
record OneStep(StepCode code) implements WorkflowSteps {
  static final Workflow WORKFLOW =
      new Workflow(
          "one-step",
          1,
          "One step",
          "For tests.",
          new InputSpec(List.of(), List.of()),
          List.of(StepSpec.work("ask")),
          null,
          null,
          Duration.ofHours(1),
          Spending.upTo("2.00", "5.00", Spending.OnExhausted.RULES));

  @Override
  public WorkflowRef workflow() {
    return WORKFLOW.ref();
  }

  @Override
  public List<Step> steps() {
    return List.of(Step.step("ask", code));
  }
}
