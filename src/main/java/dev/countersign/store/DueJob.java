package dev.countersign.store;

import dev.countersign.job.JobId;
import java.time.Instant;

/// A job whose wake-up time has passed, as the index says; the job itself may have moved since.
public record DueJob(JobId id, Instant dueAt) {}
