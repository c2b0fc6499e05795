package dev.countersign.workflow;

import dev.countersign.job.WorkflowRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All workflows of this deployment, old versions included.
public record Catalog(List<Workflow> workflows) {
  public Catalog {
    workflows = List.copyOf(workflows);
    if (workflows.stream().map(Workflow::ref).distinct().count() != workflows.size())
      throw new IllegalArgumentException("two workflows have the same name and version");
    workflows.forEach(Workflow::plan);
  }

  /// The version that new jobs start on.
  public Optional<Workflow> newest(String name) {
    return workflows.stream()
        .filter(w -> w.name().equals(name))
        .max(Comparator.comparingInt(Workflow::version));
  }

  public Optional<Workflow> find(WorkflowRef ref) {
    return workflows.stream().filter(w -> w.ref().equals(ref)).findFirst();
  }

  /// The newest version of each, by name.
  public List<Workflow> newest() {
    return workflows.stream()
        .map(Workflow::name)
        .distinct()
        .sorted()
        .flatMap(name -> newest(name).stream())
        .toList();
  }
}
