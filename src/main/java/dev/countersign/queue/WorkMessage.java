package dev.countersign.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/// What is on the wire: which job, or which response of a model's provider. Anything else could be
/// out of date; what a newer version adds is left alone.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkMessage(int schema, @Nullable String jobId, @Nullable String response) {
  static final int SCHEMA = 1;
}
