package dev.countersign.workflow;

import dev.countersign.job.JobState.Waiting;
import java.time.Instant;

/// Ends a try without its being a failed one: the job waits durably, and the step is run again.
/// Thrown by what a step calls; a step that catches everything must let it pass.
public final class Park extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Waiting.Reason reason;
  private final Instant until;

  private Park(Waiting.Reason reason, Instant until) {
    super("waits for %s until %s".formatted(reason.wireName(), until));
    this.reason = reason;
    this.until = until;
  }

  /// A model's long answer is on its way; the job is woken when it is there, at the latest then.
  public static Park forModel(Instant until) {
    return new Park(Waiting.Reason.MODEL, until);
  }

  /// A limit that is shared with others has no room before that time.
  public static Park forCapacity(Instant until) {
    return new Park(Waiting.Reason.CAPACITY, until);
  }

  /// The other side is away; it is asked again then.
  public static Park forRetry(Instant until) {
    return new Park(Waiting.Reason.RETRY, until);
  }

  public static Park of(Waiting.Reason reason, Instant until) {
    return new Park(reason, until);
  }

  public Waiting.Reason reason() {
    return reason;
  }

  public Instant until() {
    return until;
  }
}
