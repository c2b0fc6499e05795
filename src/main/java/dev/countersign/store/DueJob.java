package dev.countersign.store;

import dev.countersign.job.JobId;
import java.time.Instant;

/// A job whose wake-up time has passed, as the index says; the job itself may have moved since.
public record DueJob(JobId id, String sortKey, Instant dueAt) {
  /// Whether it is a call to a model, not the job itself.
  public boolean call() {
    return sortKey.startsWith(Keys.CALLS);
  }

  /// Whether it is money that is held for a call.
  public boolean reservation() {
    return sortKey.startsWith(Keys.RESERVATIONS);
  }

  /// Whether it is word of the job that people are owed.
  public boolean notice() {
    return sortKey.startsWith(Keys.NOTICES);
  }
}
