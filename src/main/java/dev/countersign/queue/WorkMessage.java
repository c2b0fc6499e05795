package dev.countersign.queue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What is on the wire: which job. Anything else could be out of date.
@RegisterForReflection
public record WorkMessage(int schema, String jobId) {
  static final int SCHEMA = 1;
}
