package dev.countersign.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// What is on the wire: which job. Anything else could be out of date; what a newer version adds is
/// left alone.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkMessage(int schema, String jobId) {
  static final int SCHEMA = 1;
}
