package dev.countersign.worker;

import dev.countersign.job.Gate;
import java.time.Duration;
import java.time.Instant;

/// What one sweep has seen.
final class Tally {
  /// More than two sweeps late: the sweeper or the workers do not keep up.
  private static final Duration LATE = Duration.ofMinutes(2);

  private int looked;
  private int late;
  private int expiringSoon;
  private Duration oldest = Duration.ZERO;

  void due(Instant dueAt, Instant now) {
    looked++;
    var since = Duration.between(dueAt, now);
    if (since.compareTo(LATE) > 0) late++;
    if (since.compareTo(oldest) > 0) oldest = since;
  }

  void awaited(Gate gate, Instant now) {
    if (!now.isBefore(gate.soonOver())) expiringSoon++;
  }

  /// How many jobs were looked at.
  int looked() {
    return looked;
  }

  /// Those that should have been looked at earlier.
  int late() {
    return late;
  }

  /// Requests for a decision whose time is nearly over.
  int expiringSoon() {
    return expiringSoon;
  }

  /// How long the job that waited longest had been due.
  Duration oldest() {
    return oldest;
  }
}
