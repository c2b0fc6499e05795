package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;
import static java.util.Objects.requireNonNull;

import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobEvent.Decided;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Rejected;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What people's decisions make of a job at its gate.
final class DecisionMoves {
  private DecisionMoves() {}

  static Verdict decided(Job job, Decided e) {
    var gate = ((NeedsReview) job.state()).gate();
    return refusal(job, gate, e)
        .map(Verdict.class::cast)
        .orElseGet(() ->
            switch (e.decision().say()) {
              case Say.Approve _ -> approved(job, gate, e);
              case Say.Reject reject -> rejected(job, gate, e, reject.reason());
              case Say.RequestChanges changes -> redraft(job, gate, e, changes.comment());
              case Say.Edit _ -> edited(job, gate, e);
              case Say.Delegate delegate -> delegated(job, gate, e, delegate.to());
            });
  }

  private static Optional<Verdict.Refused> refusal(Job job, Gate gate, Decided e) {
    var decision = e.decision();
    if (!gate.approval().equals(decision.approval())
        || !gate.digest().equals(decision.digest())
        || (decision.display() != null && !decision.display().equals(gate.brief().display())))
      return no(
          Verdict.Reason.PROPOSAL_CHANGED,
          "What was shown is not what is proposed now. Open the newest link and look again.");
    if (!e.at().isBefore(gate.expiresAt()))
      return no(Verdict.Reason.TOO_LATE, "The request expired at " + gate.expiresAt() + ".");
    var not = gate.whyNot(decision.by(), job.owner());
    if (not.isPresent()) return not;
    boolean byLink = decision.by().how() == Decider.How.BY_LINK;
    return decision.say() instanceof Say.Approve && byLink && gate.needsSignIn()
        ? no(
            Verdict.Reason.SIGN_IN_NEEDED,
            "Approving this takes a sign-in besides the link. " + reasons(gate))
        : Optional.empty();
  }

  private static String reasons(Gate gate) {
    return String.join(" ", gate.brief().risk().reasons());
  }

  /// One more of those it takes; the last of them lets it happen.
  private static Verdict approved(Job job, Gate gate, Decided e) {
    if (!gate.approvedBy(gate.approvals(e.decision())))
      return new Verdict.Moved(
          job.to(new NeedsReview(gate.with(gate.tally().vote(e.decision())))).committed(),
          entry("voted", gate, e, ""));
    var effects =
        StepMoves.standing(job.effects(), Effect.Standing.PLANNED, Effect.Standing.APPROVED);
    return new Verdict.Moved(
        job.withEffects(effects).to(new Approved(gate, e.decision(), e.at())).committed(),
        entry("approved", gate, e, ""));
  }

  private static Verdict rejected(Job job, Gate gate, Decided e, String reason) {
    return new Verdict.Moved(
        GateMoves.prevented(job).to(new Rejected(gate, e.decision())).committed(),
        entry("rejected", gate, e, reason));
  }

  private static Verdict redraft(Job job, Gate gate, Decided e, String comment) {
    return again(
        job,
        e,
        job.plan().indexOf(requireNonNull(job.plan().redraft())),
        entry("changes_requested", gate, e, comment));
  }

  /// Rendered anew by the gate's own step, so that what is asked about next is what would go out.
  private static Verdict edited(Job job, Gate gate, Decided e) {
    int step =
        IntStream.range(0, job.plan().size())
            .filter(i -> job.plan().step(i).kind() == Plan.Kind.GATE)
            .findFirst()
            .orElseThrow();
    return again(job, e, step, entry("edited", gate, e, ""));
  }

  /// Votes so far are void: they were for what is not proposed any more.
  private static Verdict again(Job job, Decided e, int step, TimelineEntry entry) {
    return new Verdict.Moved(
        GateMoves.prevented(job)
            .with(job.progress().redraftFrom(step), new Queued(e.at()))
            .withDeadline(e.at().plus(job.plan().workLimit()))
            .committed(),
        entry);
  }

  private static Verdict delegated(Job job, Gate gate, Decided e, String to) {
    var from = e.decision().by();
    var not = Eligibility.whyNotTo(gate, to, job.owner());
    if (not.isPresent()) return refuse(Verdict.Reason.DELEGATE_NOT_ALLOWED, not.get());
    var as = Eligibility.speaksFor(gate, from).orElseThrow();
    var handed = new Tally.Delegation(from.address(), to, as, e.at());
    var entry = entry("delegated", gate, e, "");
    var personal = new HashMap<>(entry.personal());
    personal.put("to", to);
    return new Verdict.Moved(
        job.to(new NeedsReview(gate.with(gate.tally().delegation(handed)))).committed(),
        new TimelineEntry(entry.type(), entry.at(), entry.facts(), personal));
  }

  private static TimelineEntry entry(String type, Gate gate, Decided e, String words) {
    var personal = new HashMap<>(Map.of("by", e.decision().by().address()));
    if (!words.isEmpty()) personal.put("words", words);
    var facts =
        new HashMap<>(
            Map.of(
                "approval", gate.approval().value(),
                "digest", gate.digest(),
                "revision", String.valueOf(gate.revision()),
                "how", e.decision().by().how().name().toLowerCase(Locale.ROOT)));
    var display = e.decision().display();
    if (display != null) facts.put("display", display);
    if (e.decision().say() instanceof Say.Approve && gate.terms().quorum() > 1) {
      facts.put("votes", String.valueOf(gate.tally().votes().size() + 1));
      facts.put("quorum", String.valueOf(gate.terms().quorum()));
    }
    return new TimelineEntry(type, e.at(), facts, personal);
  }

  private static Optional<Verdict.Refused> no(Verdict.Reason reason, String message) {
    return Optional.of(refuse(reason, message));
  }
}
