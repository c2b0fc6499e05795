package dev.countersign.queue;

import dev.countersign.job.JobId;

/// What a message asks a worker to do.
public sealed interface Work {
  /// Work on that job.
  record OnJob(JobId job) implements Work {}

  /// A model's provider says that this response of its is over.
  record Answered(String response) implements Work {}
}
