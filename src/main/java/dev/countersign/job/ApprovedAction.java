package dev.countersign.job;

import java.util.List;
import java.util.Optional;

/// The permission to perform one effect, once: exists only while a worker holds a job that as many
/// people as its policy asks for have approved, each under a seal that is genuine, and the ledger
/// says that this effect is being attempted. A performer accepts nothing else.
public final class ApprovedAction {
  private final JobId job;
  private final Effect effect;
  private final List<Decision> approvals;

  private ApprovedAction(JobId job, Effect effect, List<Decision> approvals) {
    this.job = job;
    this.effect = effect;
    this.approvals = List.copyOf(approvals);
  }

  /// Tells a decision that was made here from one that was written into the table.
  @FunctionalInterface
  public interface Seals {
    boolean genuine(JobId job, Gate gate, Decision decision);
  }

  /// Empty unless the job is being performed, its ledger says `attempting` for that effect, and the
  /// approvals with a genuine seal make the quorum.
  public static Optional<ApprovedAction> of(Job job, EffectId id, Seals seals) {
    if (!(job.state() instanceof JobState.Performing(var gate, var decision, _)))
      return Optional.empty();
    var approvals = genuine(job, gate, decision, seals);
    if (!gate.approvedBy(approvals)) return Optional.empty();
    return job.effects().stream()
        .filter(e -> e.id().equals(id) && e.standing() == Effect.Standing.ATTEMPTING)
        .filter(e -> e.revision() == gate.revision())
        .map(e -> new ApprovedAction(job.id(), e, approvals))
        .findFirst();
  }

  /// Whether enough people approved this very digest, each under a genuine seal.
  public static boolean signed(Job job, Gate gate, Decision last, Seals seals) {
    return gate.approvedBy(genuine(job, gate, last, seals));
  }

  private static List<Decision> genuine(Job job, Gate gate, Decision last, Seals seals) {
    return gate.approvals(last).stream().filter(d -> seals.genuine(job.id(), gate, d)).toList();
  }

  public JobId job() {
    return job;
  }

  public Effect effect() {
    return effect;
  }

  /// The idempotency key of this and of every other attempt at the effect.
  public String key() {
    return effect.key(job);
  }

  /// In the order they were given, the one that completed them last.
  public List<Decision> approvals() {
    return approvals;
  }
}
