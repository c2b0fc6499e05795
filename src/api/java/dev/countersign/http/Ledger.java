package dev.countersign.http;

import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.EffectRow;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.submit.SayOutcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A job's effects, one by one, for who may see them: its owner, an operator, and those who may
/// decide on it.
@RequestScoped
public class Ledger {
  private final DynamoJobStore store;
  private final DynamoPartition partition;
  private final Caller caller;

  Ledger(DynamoJobStore store, DynamoPartition partition, Caller caller) {
    this.store = store;
    this.partition = partition;
    this.caller = caller;
  }

  /// A job with the gate at which its effects were last proposed.
  public record Seen(Job job, Gate gate) {}

  /// @param whyNot why the caller has no say of what is unknown; absent when they have
  @RegisterForReflection
  @Wire
  public record LedgerView(String job, List<EntryView> effects, @Nullable String whyNot) {
    public LedgerView {
      effects = List.copyOf(effects);
    }
  }

  /// @param target absent for an operator, who does not see what is in a job
  /// @param key the idempotency key that each of its attempts carries
  /// @param reference what the receiver calls it
  @RegisterForReflection
  @Wire
  public record EntryView(
      String id,
      String kind,
      int revision,
      @Nullable String target,
      @Nullable String subject,
      String digest,
      String standing,
      String key,
      @Nullable Instant changedAt,
      @Nullable String reference) {}

  /// @throws ProblemException 404
  public Seen see(String id) {
    return find(id).orElseThrow(() -> ProblemDetails.notFound("What this job does").thrown());
  }

  /// Why the caller may not say what became of these effects; empty when they may.
  public Optional<String> whyNot(Seen seen) {
    return caller.isPerson()
        ? SayOutcome.whyNot(seen.job(), seen.gate(), caller.decider().orElseThrow())
        : Optional.of("A person says so, not a program.");
  }

  /// Changes with all that the ledger shows.
  public String tag(Seen seen) {
    return JobAnswers.tag(seen.job()).getValue();
  }

  public LedgerView view(Seen seen) {
    var job = seen.job();
    var inside = mayLookInside(seen);
    var actions = inside ? actions(job) : List.<ProposedAction>of();
    var rows = partition.effects(job.id());
    var entries =
        job.effects().stream()
            .map(effect ->
                entry(
                    job,
                    effect,
                    rows.stream().filter(r -> r.effect().id().equals(effect.id())).findFirst(),
                    actions.stream().filter(a -> a.effect().equals(effect.id())).findFirst()))
            .toList();
    return new LedgerView(job.id().value(), entries, whyNot(seen).orElse(null));
  }

  private Optional<Seen> find(String id) {
    try {
      return store
          .find(new JobId(id))
          .flatMap(job -> gate(job).map(gate -> new Seen(job, gate)))
          .filter(seen -> caller.operates() || mayLookInside(seen));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// As it is now where it still decides something, else as it was proposed.
  private Optional<Gate> gate(Job job) {
    return JobFacts.gate(job.state())
        .or(() -> partition.proposal(job.id(), job.progress().revision()).map(Proposal::gate));
  }

  private boolean mayLookInside(Seen seen) {
    return seen.job().owner().equals(caller.address())
        || (caller.isPerson() && seen.gate().concerns(caller.decider().orElseThrow()));
  }

  private List<ProposedAction> actions(Job job) {
    return job.effects().stream()
        .map(Effect::revision)
        .distinct()
        .flatMap(revision -> partition.proposal(job.id(), revision).stream())
        .flatMap(proposal -> proposal.actions().stream())
        .toList();
  }

  private static EntryView entry(
      Job job, Effect effect, Optional<EffectRow> row, Optional<ProposedAction> action) {
    return new EntryView(
        effect.id().value(),
        effect.kind(),
        effect.revision(),
        action.map(ProposedAction::target).orElse(null),
        action.map(ProposedAction::subject).orElse(null),
        effect.digest(),
        JobFacts.lower(effect.standing().name()),
        effect.key(job.id()),
        row.map(EffectRow::changedAt).orElse(null),
        row.map(r -> r.facts().get("ref")).orElse(null));
  }
}
