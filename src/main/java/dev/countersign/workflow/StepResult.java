package dev.countersign.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step hands over to be stored.
public sealed interface StepResult {
  /// The step's result.
  ///
  /// @param result stored as JSON for later steps; a record
  /// @param artifacts new versions of files
  /// @param readings what became of the sources
  record Done(@Nullable Object result, List<Artifact> artifacts, List<SourceReading> readings)
      implements StepResult {
    public Done {
      artifacts = List.copyOf(artifacts);
      readings = List.copyOf(readings);
    }

    public static Done with(Object result) {
      return new Done(result, List.of(), List.of());
    }

    public static Done nothing() {
      return new Done(null, List.of(), List.of());
    }
  }

  /// What a gate step proposes to do, each action exactly as it would go out.
  ///
  /// @param summary one sentence: verb, object, to whom
  /// @param packet the artifact that the reviewer reads
  record Propose(String summary, String packet, List<Action> actions) implements StepResult {
    public Propose {
      actions = List.copyOf(actions);
      if (actions.isEmpty()) throw new IllegalArgumentException("a proposal has an action");
    }
  }
}
