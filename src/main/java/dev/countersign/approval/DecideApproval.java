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
import org.jspecify.annotations.Nullable;

/// Records what a person says of a proposal: one conditional write, in which eligibility, expiry,
/// quorum and digest hold on the job as it is then. Of two decisions at once, one counts.
@ApplicationScoped
public class DecideApproval {
  private static final Logger LOG = Logger.getLogger(DecideApproval.class);
  private static final int TRIES = 8;

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
  /// @param digest of the proposal that the person was shown
  /// @param display of the page that they were shown it on; null when the request does not say
  public record Ask(
      JobId job, ApprovalId approval, String digest, @Nullable String display, Say say) {}

  /// What came of it; each but `Missing` with the job as it is now.
  public sealed interface Answer {
    /// @param job may still wait for others, or be on its way to another draft
    record Recorded(Job job, Decision decision) implements Answer {}

    /// The request is not open any more: decided, expired, canceled. Nothing more happened.
    record Settled(Job job) implements Answer {}

    /// What was shown is not what is proposed now.
    record Changed(Job job) implements Answer {}

    /// This person may not say this here, and why.
    record Refused(Job job, Verdict.Reason reason, String why) implements Answer {}

    /// That action cannot be worded anew.
    record NotEditable(Job job) implements Answer {}

    record Missing() implements Answer {}
  }

  /// @param by whose decision it is
  /// @param alsoSignedIn for a decision by link: who the request says is signed in. The person it
  ///   was sent to then counts as signed in; somebody who may not decide is not helped by the link.
  public Answer decide(Ask ask, Decider by, Optional<Decider> alsoSignedIn) {
    var found = store.find(ask.job());
    if (found.isEmpty()) return new Answer.Missing();
    var who = alsoSignedIn.filter(other -> other.address().equals(by.address())).orElse(by);
    var job = found.get();
    for (int tries = 0; tries < TRIES; tries++) {
      var said = said(job, ask, who, alsoSignedIn);
      if (said instanceof Said.Now(var answer)) return answer;
      var move = (Said.Write) said;
      switch (store.commit(job, move.moved(), move.with())) {
        case Commit.Committed(var after) -> {
          return recorded(after, move.decision());
        }
        case Commit.Lost(var current) -> job = current;
      }
    }
    throw new IllegalStateException("%s moves too fast; nothing was recorded".formatted(job.id()));
  }

  private sealed interface Said {
    record Now(Answer answer) implements Said {}

    record Write(Verdict.Moved moved, Decision decision, List<Attachment> with) implements Said {}
  }

  private Said said(Job job, Ask ask, Decider by, Optional<Decider> alsoSignedIn) {
    if (!(job.state() instanceof NeedsReview(var gate)))
      return new Said.Now(new Answer.Settled(job));
    if (!gate.approval().equals(ask.approval())) return new Said.Now(new Answer.Changed(job));
    var stranger = alsoSignedIn.flatMap(other -> gate.whyNot(other, job.owner()));
    if (stranger.isPresent() && !by.equals(alsoSignedIn.get()))
      return new Said.Now(
          new Answer.Refused(
              job, stranger.get().reason(), "Who is signed in here may not decide on this."));
    if (ask.say() instanceof Say.Approve && !verify.intact(job.id(), gate))
      return new Said.Now(new Answer.Changed(job));
    if (ask.say() instanceof Say.Edit(var changes)
        && !changes.stream().allMatch(c -> verify.editable(job.id(), gate, c.action())))
      return new Said.Now(new Answer.NotEditable(job));
    var now = clock.instant();
    var unsealed =
        new Decision(ask.approval(), ask.digest(), ask.display(), ask.say(), by, now, "");
    var decision = macs.seal(job.id(), gate, unsealed);
    return switch (JobMachine.apply(job, new JobEvent.Decided(now, decision))) {
      case Verdict.Moved moved ->
          new Said.Write(
              moved, decision, List.of(new Attachment.Deciding(gate.revision(), decision)));
      case Verdict.Refused refused -> new Said.Now(refused(job, refused));
      case Verdict.Held _, Verdict.Ignored _ -> new Said.Now(new Answer.Settled(job));
    };
  }

  private static Answer refused(Job job, Verdict.Refused refused) {
    return switch (refused.reason()) {
      case PROPOSAL_CHANGED -> new Answer.Changed(job);
      case NOT_ELIGIBLE, NOT_YOUR_TURN, ALREADY_SAID, SIGN_IN_NEEDED, DELEGATE_NOT_ALLOWED ->
          new Answer.Refused(job, refused.reason(), refused.message());
      case NOT_IN_THIS_STATE, TOO_LATE, TOO_EARLY, STALE_FENCE -> new Answer.Settled(job);
      case HELD_BY_ANOTHER, POISON, OUTCOME_UNKNOWN, OTHER_STEP, OVER_LIMIT ->
          new Answer.Settled(job);
    };
  }

  /// The decision stands, whether or not the message goes out: the job's wake-up finds it.
  private Answer recorded(Job job, Decision decision) {
    try {
      var due = JobMachine.due(job, clock.instant());
      if (due instanceof Next.Run || due instanceof Next.TellReviewers)
        queue.send(job, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warnf(e, "No message for %s after its decision; the sweeper will send one", job.id());
    }
    return new Answer.Recorded(job, decision);
  }
}
