package dev.countersign.store;

import dev.countersign.job.Job;

/// What came of writing a move.
public sealed interface Commit {
  record Committed(Job job) implements Commit {}

  /// Somebody else moved the job first; decide again on how it is now.
  record Lost(Job current) implements Commit {}
}
