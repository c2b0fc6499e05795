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

  /// Whom a mail goes to is the workflow's own; its rendering has checked the address.
  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    return Optional.empty();
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
