package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;

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

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    return relay.send(action.target(), action.payload());
  }
}
