package dev.countersign.approval;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.Next;
import dev.countersign.job.Verdict;
import dev.countersign.job.WorkQueue;
import dev.countersign.store.Attachment;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Records what a person says of a proposal: one conditional write, in which eligibility, expiry
/// and digest are decided on the job as it is then. Of two decisions at once, one counts.
@ApplicationScoped
public class DecideApproval {
  private static final Logger LOG = Logger.getLogger(DecideApproval.class);

  private final DynamoJobStore store;
  private final WorkQueue queue;
  private final VerifyProposal verify;
  private final DecisionMac macs;
  private final InstantSource clock;

  public DecideApproval(
      DynamoJobStore store,
      VerifyProposal verify,
      WorkQueue queue,
      DecisionMac macs,
      InstantSource clock) {
    this.store = store;
    this.verify = verify;
    this.queue = queue;
    this.macs = macs;
    this.clock = clock;
  }

  /// What is said, and of what.
  ///
  /// @param digest of what the person was shown
  public record Ask(JobId job, ApprovalId approval, String digest, Say say) {}

  /// What came of it; each but `Missing` with the job as it is now.
  public sealed interface Answer {
    record Recorded(Job job, Decision decision) implements Answer {}

    /// The request is not open any more: decided, expired, canceled. Nothing more happened.
    record Settled(Job job) implements Answer {}

    /// What was shown is not what is proposed now.
    record Changed(Job job) implements Answer {}

    /// This person may not decide on this.
    record NotEligible(Job job, String why) implements Answer {}

    record Missing() implements Answer {}
  }

  /// @param by whose decision it is
  /// @param alsoSignedIn for a decision by link: who the request says is signed in. When that
  ///   person may not decide, the link does not help them.
  public Answer decide(Ask ask, Decider by, Optional<Decider> alsoSignedIn) {
    return store
        .find(ask.job())
        .map(job -> decide(job, ask, by, alsoSignedIn))
        .orElseGet(Answer.Missing::new);
  }

  private Answer decide(Job job, Ask ask, Decider by, Optional<Decider> alsoSignedIn) {
    if (job.state() instanceof NeedsReview(var gate)
        && alsoSignedIn.filter(other -> !gate.mayDecide(other, job.owner())).isPresent())
      return new Answer.NotEligible(job, "Who is signed in here may not decide on this.");
    if (ask.say() instanceof Say.Approve && !intact(job, ask)) return new Answer.Changed(job);
    var now = clock.instant();
    var said = new Decision(ask.approval(), ask.digest(), ask.say(), by, now, "");
    var decision = macs.seal(job.id(), said);
    return switch (JobMachine.apply(job, new JobEvent.Decided(now, decision))) {
      case Verdict.Moved moved -> {
        var revision = job.progress().revision();
        var with = List.<Attachment>of(new Attachment.Deciding(revision, decision));
        yield switch (store.commit(job, moved, with)) {
          case Commit.Committed(var after) -> recorded(after, decision);
          case Commit.Lost(var current) -> decide(current, ask, by, alsoSignedIn);
        };
      }
      case Verdict.Refused refused -> refused(job, refused);
      case Verdict.Held _, Verdict.Ignored _ -> new Answer.Settled(job);
    };
  }

  /// Nobody approves what was exchanged after it was proposed. Only asked of what is still open.
  private boolean intact(Job job, Ask ask) {
    if (!(job.state() instanceof NeedsReview(var gate)) || !gate.approval().equals(ask.approval()))
      return true;
    return verify.intact(job.id(), gate);
  }

  private static Answer refused(Job job, Verdict.Refused refused) {
    return switch (refused.reason()) {
      case PROPOSAL_CHANGED -> new Answer.Changed(job);
      case NOT_ELIGIBLE -> new Answer.NotEligible(job, refused.message());
      case NOT_IN_THIS_STATE, TOO_LATE, TOO_EARLY, STALE_FENCE -> new Answer.Settled(job);
      case HELD_BY_ANOTHER, POISON, OUTCOME_UNKNOWN, OTHER_STEP -> new Answer.Settled(job);
    };
  }

  /// The decision stands, whether or not the message goes out: the job's wake-up finds it.
  private Answer recorded(Job job, Decision decision) {
    try {
      if (JobMachine.due(job, clock.instant()) instanceof Next.Run) queue.send(job, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warnf(e, "No message for %s after its decision; the sweeper will send one", job.id());
    }
    return new Answer.Recorded(job, decision);
  }
}
