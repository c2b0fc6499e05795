package dev.countersign.store;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;

/// What came of creating a job.
public sealed interface Creation {
  record Created(Job job) implements Creation {}

  /// The same key with the same payload was used before: that job is the answer.
  record Same(JobId existing) implements Creation {}

  /// The key was used before for something else.
  record OtherPayload(JobId existing) implements Creation {}
}
