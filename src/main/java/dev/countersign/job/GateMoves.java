package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;
import static java.util.Objects.requireNonNull;

import dev.countersign.job.JobEvent.Decided;
import dev.countersign.job.JobEvent.ReviewLapsed;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Expired;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Rejected;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What decisions, and their absence, make of a job at its gate.
final class GateMoves {
  private GateMoves() {}

  static Verdict told(Job job, ReviewersTold e) {
    var gate = ((NeedsReview) job.state()).gate();
    if (!gate.approval().equals(e.approval()) || gate.toldAt() != null)
      return new Verdict.Ignored("The reviewers of " + e.approval() + " were told already.");
    return new Verdict.Moved(
        job.to(new NeedsReview(gate.told(e.at()))).committed(),
        new TimelineEntry(
            "reviewers_told",
            e.at(),
            Map.of(
                "approval", gate.approval().value(),
                "count", String.valueOf(gate.reviewers().size())),
            Map.of("reviewers", String.join(", ", gate.reviewers()))));
  }

  static Verdict decided(Job job, Decided e) {
    var gate = ((NeedsReview) job.state()).gate();
    var decision = e.decision();
    if (!gate.approval().equals(decision.approval()) || !gate.digest().equals(decision.digest()))
      return refuse(
          Verdict.Reason.PROPOSAL_CHANGED,
          "What was shown is not what is proposed now. Open the newest link and look again.");
    if (!e.at().isBefore(gate.expiresAt()))
      return refuse(Verdict.Reason.TOO_LATE, "The request expired at " + gate.expiresAt() + ".");
    if (!gate.mayDecide(decision.by(), job.owner()))
      return refuse(
          Verdict.Reason.NOT_ELIGIBLE,
          "Only these may decide: " + String.join(", ", gate.reviewers()) + ".");
    return switch (decision.say()) {
      case Decision.Say.Approve _ -> approved(job, gate, e);
      case Decision.Say.Reject reject -> rejected(job, gate, e, reject.reason());
      case Decision.Say.RequestChanges changes -> redraft(job, gate, e, changes.comment());
    };
  }

  static Verdict lapsed(Job job, ReviewLapsed e) {
    var gate = ((NeedsReview) job.state()).gate();
    if (e.at().isBefore(gate.expiresAt()))
      return refuse(Verdict.Reason.TOO_EARLY, "The request lives until " + gate.expiresAt() + ".");
    return new Verdict.Moved(
        prevented(job).to(new Expired(gate, e.at())).committed(),
        new TimelineEntry(
            "review_expired", e.at(), Map.of("approval", gate.approval().value()), Map.of()));
  }

  /// No effect that is still open will happen any more.
  static Job prevented(Job job) {
    return job.withEffects(
        job.effects().stream().map(f -> f.open() ? f.now(Effect.Standing.PREVENTED) : f).toList());
  }

  private static Verdict approved(Job job, Gate gate, Decided e) {
    var effects =
        StepMoves.standing(job.effects(), Effect.Standing.PLANNED, Effect.Standing.APPROVED);
    return new Verdict.Moved(
        job.withEffects(effects).to(new Approved(gate, e.decision(), e.at())).committed(),
        entry("approved", gate, e, ""));
  }

  private static Verdict rejected(Job job, Gate gate, Decided e, String reason) {
    return new Verdict.Moved(
        prevented(job).to(new Rejected(gate, e.decision())).committed(),
        entry("rejected", gate, e, reason));
  }

  private static Verdict redraft(Job job, Gate gate, Decided e, String comment) {
    var plan = job.plan();
    int index = plan.indexOf(requireNonNull(plan.redraft()));
    return new Verdict.Moved(
        prevented(job)
            .with(job.progress().redraftFrom(index), new Queued(e.at()))
            .withDeadline(e.at().plus(plan.workLimit()))
            .committed(),
        entry("changes_requested", gate, e, comment));
  }

  private static TimelineEntry entry(String type, Gate gate, Decided e, String words) {
    var personal = new HashMap<>(Map.of("by", e.decision().by().address()));
    if (!words.isEmpty()) personal.put("words", words);
    return new TimelineEntry(
        type,
        e.at(),
        Map.of(
            "approval", gate.approval().value(),
            "digest", gate.digest(),
            "revision", String.valueOf(gate.revision()),
            "how", e.decision().by().how().name().toLowerCase(Locale.ROOT)),
        personal);
  }
}
