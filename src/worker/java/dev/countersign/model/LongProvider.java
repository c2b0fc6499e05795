package dev.countersign.model;

import java.time.Duration;

/// Has a model work in the background at the provider, for calls of any length: nobody waits
/// meanwhile. Each method is one short request.
public interface LongProvider {
  /// Asks, and gets an id at once. Its metadata stays with the response, so that one whose id was
  /// lost can be told.
  LongAnswer create(ModelRequest request, Duration limit);

  /// What has become of it; may be asked any number of times.
  LongAnswer retrieve(String response, Duration limit);

  /// Stops it; what is over already stays as it is, and is what this answers.
  LongAnswer cancel(String response, Duration limit);
}
