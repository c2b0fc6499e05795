package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.JobEvent.Escalated;
import dev.countersign.job.JobEvent.Reminded;
import dev.countersign.job.JobEvent.ReviewLapsed;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobState.Expired;
import dev.countersign.job.JobState.NeedsReview;
import java.util.Map;

/// What telling, reminding and asking others, and in the end silence, make of a job at its gate.
final class GateMoves {
  private GateMoves() {}

  static Verdict told(Job job, ReviewersTold e) {
    var gate = ((NeedsReview) job.state()).gate();
    var people = e.people().stream().filter(p -> !gate.tally().told().contains(p)).toList();
    if (!gate.approval().equals(e.approval()) || people.isEmpty())
      return new Verdict.Ignored("The reviewers of " + e.approval() + " were told already.");
    return new Verdict.Moved(
        job.to(new NeedsReview(gate.with(gate.tally().told(people, e.at())))).committed(),
        new TimelineEntry(
            "reviewers_told",
            e.at(),
            Map.of("approval", gate.approval().value(), "count", String.valueOf(people.size())),
            Map.of("reviewers", String.join(", ", people))));
  }

  static Verdict reminded(Job job, Reminded e) {
    var gate = ((NeedsReview) job.state()).gate();
    if (!gate.approval().equals(e.approval()) || e.number() != gate.tally().reminders() + 1)
      return new Verdict.Ignored("That reminder of " + e.approval() + " is recorded already.");
    var due = Silence.remindsAt(gate);
    if (due.isEmpty() || e.at().isBefore(due.get()))
      return refuse(Verdict.Reason.TOO_EARLY, "No reminder is due yet.");
    return new Verdict.Moved(
        job.to(new NeedsReview(gate.with(gate.tally().reminded()))).committed(),
        new TimelineEntry(
            "reminded",
            e.at(),
            Map.of("approval", gate.approval().value(), "reminder", String.valueOf(e.number())),
            Map.of("reviewers", String.join(", ", gate.reviewers()))));
  }

  static Verdict escalated(Job job, Escalated e) {
    var gate = ((NeedsReview) job.state()).gate();
    int steps = gate.tally().escalations();
    if (!gate.approval().equals(e.approval()) || e.step() != steps + 1)
      return new Verdict.Ignored("That escalation of " + e.approval() + " is in force already.");
    var due = Silence.escalatesAt(gate);
    if (due.isEmpty() || e.at().isBefore(due.get()))
      return refuse(Verdict.Reason.TOO_EARLY, "No escalation is due yet.");
    var to = gate.terms().escalations().get(steps).to();
    return new Verdict.Moved(
        job.to(new NeedsReview(gate.with(gate.tally().escalated()))).committed(),
        new TimelineEntry(
            "escalated",
            e.at(),
            Map.of("approval", gate.approval().value(), "step", String.valueOf(e.step())),
            Map.of("to", String.join(", ", to))));
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
}
