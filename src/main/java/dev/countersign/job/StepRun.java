package dev.countersign.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a job remembers of one of its steps; each attempt's story is in the timeline.
///
/// @param attempts tries so far
/// @param startedAt when the last try began
/// @param endedAt when the last try ended
/// @param revision of the checkpoint; 0 without one
/// @param checkpoint where the result is stored; null until it is
/// @param fault what the last failed try said, for the operator
public record StepRun(
    String name,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int revision,
    @Nullable String checkpoint,
    @Nullable String fault) {
  static StepRun notBegun(String name) {
    return new StepRun(name, 0, null, null, 0, null, null);
  }

  public boolean done() {
    return checkpoint != null;
  }
}
