package dev.countersign.store;

import dev.countersign.job.Job;
import dev.countersign.job.Verdict;

/// What came of taking a job.
public sealed interface TakeAnswer {
  /// The caller holds it.
  record Held(Job job) implements TakeAnswer {}

  /// It cannot be taken now; `why` is `Refused` or `Ignored`.
  record NotNow(Job asStored, Verdict why) implements TakeAnswer {}

  record Missing() implements TakeAnswer {}
}
