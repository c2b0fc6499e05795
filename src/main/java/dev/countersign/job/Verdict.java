package dev.countersign.job;

/// What the machine says of an event.
public sealed interface Verdict {
  /// The job as it is afterwards, and the entry for its timeline.
  record Moved(Job job, TimelineEntry entry) implements Verdict {}

  /// A worker holds the job. Not an entry in the timeline: what the worker commits will be.
  record Held(Job job) implements Verdict {}

  /// Not now, or not by you; the job stays as it is.
  record Refused(Reason reason, String message) implements Verdict {}

  /// Seen before, or overtaken; nothing to do and nothing wrong.
  record Ignored(String why) implements Verdict {}

  /// Why an event is refused, by stable names.
  enum Reason {
    NOT_IN_THIS_STATE,
    STALE_FENCE,
    HELD_BY_ANOTHER,
    TOO_EARLY,
    TOO_LATE,
    POISON,
    NOT_ELIGIBLE,
    NOT_YOUR_TURN,
    ALREADY_SAID,
    SIGN_IN_NEEDED,
    DELEGATE_NOT_ALLOWED,
    PROPOSAL_CHANGED,
    OUTCOME_UNKNOWN,
    OTHER_STEP,
    OVER_LIMIT
  }

  static Refused refuse(Reason reason, String message) {
    return new Refused(reason, message);
  }
}
