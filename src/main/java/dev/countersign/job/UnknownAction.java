package dev.countersign.job;

import java.util.Optional;

/// The permission to ask the receiver of an approved effect what became of it: exists only while a
/// worker holds the job, the approvals are genuine, and the ledger says `unknown`.
public final class UnknownAction {
  private final JobId job;
  private final Effect effect;

  private UnknownAction(JobId job, Effect effect) {
    this.job = job;
    this.effect = effect;
  }

  public static Optional<UnknownAction> of(Job job, EffectId id, ApprovedAction.Seals seals) {
    if (!(job.state() instanceof JobState.Performing(var gate, var decision, _))
        || !ApprovedAction.signed(job, gate, decision, seals)) return Optional.empty();
    return job.effects().stream()
        .filter(e -> e.id().equals(id) && e.standing() == Effect.Standing.UNKNOWN)
        .filter(e -> e.revision() == gate.revision())
        .map(e -> new UnknownAction(job.id(), e))
        .findFirst();
  }

  public JobId job() {
    return job;
  }

  public Effect effect() {
    return effect;
  }

  /// The key of the attempt that is asked about.
  public String key() {
    return effect.key(job);
  }
}
