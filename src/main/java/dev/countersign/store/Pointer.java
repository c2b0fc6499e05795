package dev.countersign.store;

import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Where the proposal behind an approval is.
@RegisterForReflection
record Pointer(JobId job, int revision) {}
