package dev.countersign.submit;

import dev.countersign.job.Job;

/// What came of submitting.
public sealed interface Submitted {
  /// A new job, durable.
  record Accepted(Job job) implements Submitted {}

  /// The same key and payload came before; that is the job, as it is now.
  record Same(Job job) implements Submitted {}

  /// Nothing was stored.
  record Refused(Problem problem) implements Submitted {}
}
