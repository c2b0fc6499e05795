package dev.countersign.job;

import java.util.Optional;

/// The permission to perform one effect, once: exists only while a worker holds an approved job and
/// the ledger says that this effect is being attempted. A performer accepts nothing else.
public final class ApprovedAction {
  private final JobId job;
  private final Effect effect;
  private final Decision decision;

  private ApprovedAction(JobId job, Effect effect, Decision decision) {
    this.job = job;
    this.effect = effect;
    this.decision = decision;
  }

  /// Empty unless the job is being performed and its ledger says `attempting` for that effect.
  public static Optional<ApprovedAction> of(Job job, EffectId id) {
    if (!(job.state() instanceof JobState.Performing performing)) return Optional.empty();
    return job.effects().stream()
        .filter(e -> e.id().equals(id) && e.standing() == Effect.Standing.ATTEMPTING)
        .filter(e -> e.revision() == performing.gate().revision())
        .map(e -> new ApprovedAction(job.id(), e, performing.decision()))
        .findFirst();
  }

  public JobId job() {
    return job;
  }

  public Effect effect() {
    return effect;
  }

  public Decision decision() {
    return decision;
  }
}
