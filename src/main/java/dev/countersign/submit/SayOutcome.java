package dev.countersign.submit;

import dev.countersign.job.Decider;
import dev.countersign.job.EffectId;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobEvent.OutcomeSaid;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Next;
import dev.countersign.job.Verdict;
import dev.countersign.job.WorkQueue;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Records what a person says became of an effect that nobody else can tell of. It counts only for
/// the job as they saw it, so that what was said of one attempt is never taken for the next.
@ApplicationScoped
public class SayOutcome {
  private static final Logger LOG = Logger.getLogger(SayOutcome.class);
  private static final String OPERATOR = "operator";
  private final DynamoJobStore store;
  private final WorkQueue queue;
  private final InstantSource clock;

  SayOutcome(DynamoJobStore store, WorkQueue queue, InstantSource clock) {
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  /// Why this person has no say of what became of a job's effects; empty when they have.
  ///
  /// @param gate at which the effects were approved
  public static Optional<String> whyNot(Job job, Gate gate, Decider by) {
    if (by.address().equals(job.owner()) && !gate.terms().submitterMay())
      return Optional.of("Whoever submitted a job does not say what became of it.");
    return by.roles().contains(OPERATOR) || gate.concerns(by)
        ? Optional.empty()
        : Optional.of("An operator says so, or one of those who may decide on the job.");
  }

  /// @param seen the job as it was shown to the person
  /// @param gate at which the effects were approved
  /// @param by whose word it is, as authentication says
  public Asked say(Job seen, Gate gate, EffectId effect, Became became, Decider by) {
    var not = whyNot(seen, gate, by);
    if (not.isPresent())
      return refused(Problem.Kind.NOT_ELIGIBLE, not.get(), "Ask somebody who may.");
    var event = new OutcomeSaid(clock.instant(), effect, became, by);
    return switch (JobMachine.apply(seen, event)) {
      case Verdict.Moved moved ->
          switch (store.commit(seen, moved)) {
            case Commit.Committed(var after) -> goesOn(after);
            case Commit.Lost _ -> movedOn(seen);
          };
      case Verdict.Refused(_, var message) ->
          refused(Problem.Kind.NOT_NOW, message, "Look at the job's effects first.");
      case Verdict.Ignored(var why) -> refused(Problem.Kind.NOT_NOW, why, "Nothing is left to do.");
      case Verdict.Held _ -> throw new IllegalStateException("a person takes no lease");
    };
  }

  /// What the job has become since it was shown.
  public static Asked movedOn(Job job) {
    return refused(
        Problem.Kind.MOVED_ON,
        job.id() + " is not any more as it was shown; nothing was recorded.",
        "Look at its effects again.");
  }

  private Asked goesOn(Job job) {
    try {
      if (JobMachine.due(job, clock.instant()) instanceof Next.Run) queue.send(job, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warnf(e, "The message for %s was not sent; the sweeper will find the job.", job.id());
    }
    return new Asked.Done(job);
  }

  private static Asked refused(Problem.Kind kind, String detail, String remedy) {
    return new Asked.Refused(new Problem(kind, detail, remedy));
  }
}
