package dev.countersign.page;

import dev.countersign.store.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What went wrong in a job, and what was done about it.
final class Mishaps {
  private Mishaps() {}

  /// @param message what the step said; empty when it said nothing or was erased
  /// @param done what was done about it
  record Mishap(Instant at, String step, String what, String message, String done) {}

  /// Newest first.
  static List<Mishap> of(List<TimelineEvent> events) {
    return events.reversed().stream().flatMap(Mishaps::of).toList();
  }

  private static Stream<Mishap> of(TimelineEvent event) {
    return switch (event.type()) {
      case "step_retriable" ->
          Stream.of(mishap(event, "Did not succeed", "Tried again by itself" + retried(event)));
      case "lease_lapsed" ->
          Stream.of(
              mishap(
                  event,
                  "Its worker was not heard of any more",
                  "Given to another worker; finished steps were not done again."));
      case "handed_back" ->
          Stream.of(mishap(event, "Its worker ran out of time", "Given to the next worker."));
      case "step_failed" ->
          Stream.of(mishap(event, "Failed for good", "Stopped, with everything so far kept."));
      case "deadline_passed" ->
          Stream.of(
              mishap(event, "The job's time was up", "Stopped, with everything so far kept."));
      case "effect_failed" ->
          Stream.of(mishap(event, "Could not be sent", "Not sent; stopped for a person."));
      case "effect_unknown" ->
          Stream.of(
              mishap(
                  event, "No answer came after sending", "Never repeated blindly; looked into."));
      case "outcome_unclear" ->
          Stream.of(mishap(event, "Nobody but a person can tell", "A person is asked to look."));
      default -> Stream.empty();
    };
  }

  private static Mishap mishap(TimelineEvent event, String what, String done) {
    return new Mishap(
        event.at(), event.facts().getOrDefault("step", ""), what, event.personal("message"), done);
  }

  private static String retried(TimelineEvent event) {
    var at = event.facts().get("retry_at");
    return at == null ? "." : " on %s.".formatted(Words.words(Instant.parse(at)));
  }
}
