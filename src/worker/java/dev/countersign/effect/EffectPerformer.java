package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.workflow.Action;

/// Does one kind of effect. It is handed the permission and the action that the permission is for,
/// checked against each other; it changes neither.
public interface EffectPerformer {
  /// The kind of [Action] that it performs, e.g. `email`.
  String kind();

  /// Tries once, and says how it ended. Throws nothing that the answer could say.
  Attempt perform(ApprovedAction permission, Action action);
}
