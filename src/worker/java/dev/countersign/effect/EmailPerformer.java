package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;

/// Sends an approved e-mail: its bytes verbatim, to the action's target and nobody else, whatever
/// the headers say.
@ApplicationScoped
public class EmailPerformer implements EffectPerformer {
  private final MailRelay relay;

  EmailPerformer(MailRelay relay) {
    this.relay = relay;
  }

  @Override
  public String kind() {
    return "email";
  }

  /// Whatever a document or a model says, a mail goes to whom the submitter or the operator named.
  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    boolean named = inputs.stream().anyMatch(one -> one.strip().equalsIgnoreCase(action.target()));
    return named
        ? Optional.empty()
        : Optional.of(
            "The address is neither the submitter's, nor one that the submitter put in, nor in"
                + " countersign.known-recipients.");
  }

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    return relay.send(action.target(), action.payload());
  }

  @Override
  public WhatBecame ask(UnknownAction permission, Action action) {
    return new WhatBecame.CannotTell("A mail cannot be asked whether it arrived.");
  }
}
