package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.Plan;
import dev.countersign.job.WorkflowRef;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import dev.countersign.workflow.WorkflowSteps;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The code of every step of every workflow version, checked against the catalog at start-up.
@Startup
@ApplicationScoped
class StepBook {
  private final Catalog catalog;
  private final Map<WorkflowRef, WorkflowSteps> code;

  StepBook(Catalog catalog, @All List<WorkflowSteps> code) {
    this.catalog = catalog;
    this.code =
        code.stream().collect(Collectors.toMap(WorkflowSteps::workflow, Function.identity()));
    catalog.workflows().forEach(this::check);
  }

  /// Empty when this deployment does not have the version that the job was started on.
  Optional<StepCode> code(Job job) {
    return Optional.ofNullable(code.get(job.workflow())).stream()
        .flatMap(steps -> steps.steps().stream())
        .filter(step -> step.name().equals(job.currentStep().name()))
        .map(WorkflowSteps.Step::code)
        .findFirst();
  }

  /// The descriptor of the version that the job was started on.
  Optional<Workflow> workflow(Job job) {
    return catalog.find(job.workflow());
  }

  private void check(Workflow workflow) {
    var declared =
        workflow.steps().stream()
            .filter(step -> step.kind() != Plan.Kind.EFFECT)
            .map(StepSpec::name)
            .toList();
    var steps = code.get(workflow.ref());
    var coded =
        steps == null
            ? List.<String>of()
            : steps.steps().stream().map(WorkflowSteps.Step::name).toList();
    if (!coded.equals(declared))
      throw new IllegalStateException(
          "%s declares the steps %s and has code for %s"
              .formatted(workflow.ref(), declared, coded));
  }
}
