package dev.countersign.worker;

import dev.countersign.effect.Attempt;
import dev.countersign.effect.EffectPerformer;
import dev.countersign.effect.WhatBecame;
import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.workflow.Action;
import java.util.Collection;
import java.util.Optional;

/// A performer whose process may end while it calls.
record MortalPerformer(EffectPerformer performer, BreakingPoint breaking)
    implements EffectPerformer {
  @Override
  public String kind() {
    return performer.kind();
  }

  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    return performer.objection(action, inputs);
  }

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    return breaking.calling("perform " + kind(), () -> performer.perform(permission, action));
  }

  @Override
  public WhatBecame ask(UnknownAction permission, Action action) {
    return breaking.calling("ask " + kind(), () -> performer.ask(permission, action));
  }
}
