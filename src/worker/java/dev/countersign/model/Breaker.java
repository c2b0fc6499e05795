package dev.countersign.model;

import dev.countersign.store.CircuitRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of a circuit breaker that workers share: each answers with what is to be stored next,
/// or nothing when it stays as it is.
record Breaker(CircuitRow row) {
  /// So many faults in that time open it.
  static final int FAULTS = 5;

  static final Duration WINDOW = Duration.ofMinutes(1);

  /// How long it is open at first; twice as long after each try that failed, at most the longest.
  static final Duration FIRST_OPEN = Duration.ofSeconds(30);

  static final Duration LONGEST_OPEN = Duration.ofMinutes(10);

  /// How long one who tries for all may take.
  static final Duration PROBE = Duration.ofMinutes(3);

  /// Over how long those come back who were turned away together.
  private static final Duration LEAST_SPREAD = Duration.ofSeconds(20);

  private static final int MOST_DOUBLINGS = 10;

  sealed interface Answer {
    record Go() implements Answer {}

    /// It is this one who tries for all, once that is stored.
    record Probe(CircuitRow next) implements Answer {}

    /// @param spread after `at`, somewhere in it
    record NotBefore(Instant at, Duration spread) implements Answer {}
  }

  Answer ask(String who, Instant now) {
    var rest = row.restUntil();
    if (rest != null && rest.isAfter(now)) return away(rest, now);
    var open = row.openUntil();
    if (open == null) return new Answer.Go();
    if (open.isAfter(now)) return away(open, now);
    var probeUntil = row.probeUntil();
    if (probeUntil != null && probeUntil.isAfter(now) && !who.equals(row.probe()))
      return new Answer.NotBefore(now, LEAST_SPREAD);
    return new Answer.Probe(next(row.faults(), row.opened(), open, who, now.plus(PROBE), rest));
  }

  /// Only who tries for all can close it: what went out before it opened says nothing new.
  Optional<CircuitRow> worked(String who, Instant now) {
    if (row.openUntil() == null || !who.equals(row.probe())) return Optional.empty();
    return Optional.of(
        new CircuitRow(row.version() + 1, 0, now, 0, null, null, null, row.restUntil()));
  }

  Optional<CircuitRow> failed(String who, Instant now) {
    if (row.openUntil() != null)
      return who.equals(row.probe()) ? Optional.of(opened(now)) : Optional.empty();
    boolean lapsed = !row.since().plus(WINDOW).isAfter(now);
    int faults = lapsed ? 1 : row.faults() + 1;
    if (faults >= FAULTS) return Optional.of(opened(now));
    var since = lapsed || row.faults() == 0 ? now : row.since();
    return Optional.of(
        new CircuitRow(row.version() + 1, faults, since, 0, null, null, null, row.restUntil()));
  }

  /// The provider asked for it; the longest that it asked for counts. It is there, so that who
  /// tried for all leaves the trying to the next.
  Optional<CircuitRow> rests(Instant until, String who) {
    var rest = row.restUntil();
    if (rest != null && !until.isAfter(rest)) return Optional.empty();
    boolean trying = who.equals(row.probe());
    return Optional.of(
        next(
            row.faults(),
            row.opened(),
            row.openUntil(),
            trying ? null : row.probe(),
            trying ? null : row.probeUntil(),
            until));
  }

  private CircuitRow opened(Instant now) {
    var longer = FIRST_OPEN.multipliedBy(1L << Math.min(row.opened(), MOST_DOUBLINGS));
    var open = longer.compareTo(LONGEST_OPEN) < 0 ? longer : LONGEST_OPEN;
    return next(0, row.opened() + 1, now.plus(open), null, null, row.restUntil());
  }

  /// Over half as long again as it was away, so that they do not come all at once.
  private static Answer away(Instant until, Instant now) {
    var half = Duration.between(now, until).dividedBy(2);
    return new Answer.NotBefore(until, half.compareTo(LEAST_SPREAD) > 0 ? half : LEAST_SPREAD);
  }

  private CircuitRow next(
      int faults,
      int opened,
      @Nullable Instant openUntil,
      @Nullable String probe,
      @Nullable Instant probeUntil,
      @Nullable Instant restUntil) {
    return new CircuitRow(
        row.version() + 1, faults, row.since(), opened, openUntil, probe, probeUntil, restUntil);
  }
}
