package dev.countersign.model;

import dev.countersign.job.JobState.Waiting.Reason;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.workflow.ModelFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be done about a task next, by what the log says of its calls: a pure function.
sealed interface NextTry {
  /// Its answer is stored.
  record Answered(CallRow call) implements NextTry {}

  /// The provider works on it, or has.
  ///
  /// @param repairs the call whose answer it mends; null when there was none
  record Resume(CallRow call, @Nullable CallRow repairs) implements NextTry {}

  /// Whoever made this call is gone, and its answer with them.
  record Lost(CallRow call) implements NextTry {}

  record Wait(Reason reason, Instant until) implements NextTry {}

  /// It is asked, under that number.
  ///
  /// @param repairs the call whose answer could not be used; null when there was none
  record Ask(int number, @Nullable CallRow repairs, boolean possiblyPaidTwice) implements NextTry {}

  record GiveUp(Kind kind, String why) implements NextTry {}

  /// How often a provider that is away is asked about one task.
  int MOST_TROUBLE = 4;

  /// How often it may say that it has no room.
  int MOST_TURNED_AWAY = 50;

  String RATE_LIMITED = "rate_limited";
  String REJECTED = "rejected";
  Set<String> MAYBE_PAID = Set.of("timed_out", "cut", "bad_answer");

  /// @param calls about the task, oldest first
  /// @param stretch the job's deadline: what failed under another one does not count any more
  /// @param orphaned how long an answer whose id was lost is waited for
  static NextTry of(List<CallRow> calls, Instant stretch, Instant now, Duration orphaned) {
    var done = calls.stream().filter(c -> c.standing() == Standing.DONE).findFirst();
    if (done.isPresent()) return new Answered(done.get());
    if (calls.isEmpty()) return new Ask(1, null, false);
    var last = calls.getLast();
    var counted = calls.stream().filter(c -> c.stretch().equals(stretch)).toList();
    return switch (last.standing()) {
      case WAITING -> new Resume(last, mended(last, calls));
      case CALLING -> unheardOf(last, now, orphaned);
      case DONE -> new Answered(last);
      case CANCELED -> again(last, counted, false);
      case LOST ->
          times(counted, Standing.LOST) > 1
              ? new GiveUp(Kind.UNAVAILABLE, "Two calls in a row were lost with their workers.")
              : again(last, counted, true);
      case FAILED ->
          counted.contains(last) ? failed(last, counted, now) : again(last, List.of(), false);
    };
  }

  /// Until when an answer whose id was lost is waited for: as long as it may well come, and the job
  /// has still as long for another.
  static Instant orphanedUntil(CallRow call, Duration orphaned) {
    var half = Duration.between(call.startedAt(), call.stretch()).dividedBy(2);
    return call.startedAt().plus(half.compareTo(orphaned) < 0 ? half : orphaned);
  }

  private static NextTry unheardOf(CallRow call, Instant now, Duration orphaned) {
    var until = orphanedUntil(call, orphaned);
    return call.atLength() && now.isBefore(until) ? new Wait(Reason.MODEL, until) : new Lost(call);
  }

  private static NextTry failed(CallRow last, List<CallRow> counted, Instant now) {
    var outcome = String.valueOf(last.outcome());
    var unusable = unusable(outcome);
    if (unusable.isPresent())
      return last.repairs()
          ? new GiveUp(unusable.get(), "The answer could not be used, nor could its repair.")
          : new Ask(last.number() + 1, last, false);
    if (outcome.equals(REJECTED))
      return new GiveUp(
          Kind.REJECTED, "The provider does not take the request: look at key, model and sizes.");
    boolean full = outcome.equals(RATE_LIMITED);
    long times = counted.stream().filter(c -> outcome.equals(c.outcome())).count();
    if (full ? times >= MOST_TURNED_AWAY : troubles(counted) >= MOST_TROUBLE)
      return new GiveUp(Kind.UNAVAILABLE, "The provider did not answer (%s).".formatted(outcome));
    var notBefore = last.notBefore();
    if (notBefore != null && now.isBefore(notBefore))
      return new Wait(full ? Reason.CAPACITY : Reason.RETRY, notBefore);
    return again(last, counted, MAYBE_PAID.contains(outcome));
  }

  /// A repair that could not be made is made again.
  private static NextTry again(CallRow last, List<CallRow> counted, boolean maybePaid) {
    return new Ask(last.number() + 1, mended(last, counted), maybePaid);
  }

  private static @Nullable CallRow mended(CallRow last, List<CallRow> calls) {
    return calls.stream()
        .filter(c -> last.repairs() && unusable(String.valueOf(c.outcome())).isPresent())
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private static long troubles(List<CallRow> counted) {
    return counted.stream()
        .filter(c -> c.standing() == Standing.FAILED)
        .map(c -> String.valueOf(c.outcome()))
        .filter(outcome -> unusable(outcome).isEmpty() && !outcome.equals(RATE_LIMITED))
        .count();
  }

  private static long times(List<CallRow> counted, Standing standing) {
    return counted.stream().filter(c -> c.standing() == standing).count();
  }

  /// An answer came, and it is of no use.
  static Optional<Kind> unusable(String outcome) {
    for (var kind :
        List.of(
            Kind.REFUSED,
            Kind.TRUNCATED,
            Kind.INVALID_JSON,
            Kind.WRONG_SCHEMA,
            Kind.EMPTY,
            Kind.FILTERED)) if (kind.wireName().equals(outcome)) return Optional.of(kind);
    return Optional.empty();
  }
}
