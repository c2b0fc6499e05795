package dev.countersign.submit;

import dev.countersign.job.Job;

/// What came of a person's wish about a job.
public sealed interface Asked {
  /// The job as it is now.
  record Done(Job job) implements Asked {}

  record Refused(Problem problem) implements Asked {}
}
