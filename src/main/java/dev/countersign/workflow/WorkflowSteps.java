package dev.countersign.workflow;

import dev.countersign.job.WorkflowRef;
import java.util.List;

/// The code of one workflow: an ordered list of steps, named as its descriptor names them (the
/// effect step is the engine's and has no code). A bean of the worker; checked at start-up.
public interface WorkflowSteps {
  WorkflowRef workflow();

  List<Step> steps();

  /// A step's name and code.
  record Step(String name, StepCode code) {
    public static Step step(String name, StepCode code) {
      return new Step(name, code);
    }
  }
}
