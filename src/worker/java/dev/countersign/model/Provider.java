package dev.countersign.model;

import java.time.Duration;

/// Asks a model and waits for its answer, for the short calls. Waits for no rate limit, and repeats
/// only what has surely not been done.
public interface Provider {
  /// Whether there is a key; without one nothing may be asked.
  boolean configured();

  /// How many tokens the question has at most, as its model counts: for reserving its worst case,
  /// together with the request's own `maxOutputTokens`.
  long mostInput(ModelRequest request);

  /// @param limit for all of it: connecting, asking, reading
  ModelAnswer send(ModelRequest request, Duration limit);
}
