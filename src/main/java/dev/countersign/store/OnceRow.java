package dev.countersign.store;

import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// What an idempotency key was used for.
@RegisterForReflection
record OnceRow(JobId job, String payload) {}
