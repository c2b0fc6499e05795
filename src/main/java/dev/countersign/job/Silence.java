package dev.countersign.job;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What time brings to a request that nobody has settled: reminders, others who are asked too, and
/// in the end that nothing happens. Never consent.
final class Silence {
  private Silence() {}

  static Next next(Gate gate, Instant now) {
    if (!now.isBefore(gate.expiresAt())) return new Next.Apply(new JobEvent.ReviewLapsed(now));
    var escalation = escalatesAt(gate);
    if (reached(escalation, now))
      return new Next.Apply(
          new JobEvent.Escalated(now, gate.approval(), gate.tally().escalations() + 1));
    if (gate.toldAt() == null) return new Next.TellReviewers(gate);
    var reminder = remindsAt(gate);
    if (reached(reminder, now)) return new Next.Remind(gate, gate.tally().reminders() + 1);
    if (!gate.untold().isEmpty()) return new Next.TellReviewers(gate);
    var until =
        Stream.of(escalation, reminder)
            .flatMap(Optional::stream)
            .filter(at -> at.isBefore(gate.expiresAt()))
            .min(Instant::compareTo)
            .orElse(gate.expiresAt());
    return new Next.AwaitDecision(gate, until);
  }

  static Optional<Instant> escalatesAt(Gate gate) {
    return gate.terms().escalations().stream()
        .skip(gate.tally().escalations())
        .findFirst()
        .map(step -> gate.proposedAt().plus(step.after()));
  }

  static Optional<Instant> remindsAt(Gate gate) {
    return gate.terms().reminders().stream()
        .skip(gate.tally().reminders())
        .findFirst()
        .map(after -> gate.proposedAt().plus(after));
  }

  private static boolean reached(Optional<Instant> at, Instant now) {
    return at.isPresent() && !now.isBefore(at.get());
  }
}
