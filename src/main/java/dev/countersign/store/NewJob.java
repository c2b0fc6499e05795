package dev.countersign.store;

import dev.countersign.workflow.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is stored together with a new job.
///
/// @param once null when the submitter sent no idempotency key
/// @param noted whether there is a note of its files in the [Intake], to go with this
public record NewJob(@Nullable Once once, List<Source> sources, boolean noted) {
  public NewJob {
    sources = List.copyOf(sources);
  }

  public NewJob(@Nullable Once once, List<Source> sources) {
    this(once, sources, false);
  }

  /// A submitter's promise that whatever comes with this key is one submission.
  ///
  /// @param payload hash of all that was submitted
  /// @param until when the key is forgotten
  public record Once(String key, String payload, Instant until) {}
}
