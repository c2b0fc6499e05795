package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.workflow.Action;
import java.util.Collection;
import java.util.Optional;

/// Does one kind of effect. It is handed the permission and the action that the permission is for,
/// checked against each other; it changes neither. How to add one is in `docs/effects.md`.
public interface EffectPerformer {
  /// The kind of [Action] that it performs, e.g. `email`.
  String kind();

  /// Why such an action may not even be proposed; empty when it may.
  ///
  /// @param inputs what the submitter put in, and the submitter; a target comes from there or from
  ///   configuration, never from a document or a model
  Optional<String> objection(Action action, Collection<String> inputs);

  /// Tries once, and says how it ended. Throws nothing that the answer could say; what it throws
  /// counts as unknown.
  Attempt perform(ApprovedAction permission, Action action);

  /// Asks the receiver what became of an earlier attempt, and makes nothing happen that has not
  /// been approved and may not have happened already.
  WhatBecame ask(UnknownAction permission, Action action);
}
