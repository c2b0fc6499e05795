package dev.countersign.model;

import dev.countersign.job.Job;
import java.time.Instant;

/// A job at a step that this worker tries, until that time.
public record Held(Job job, Instant until) {}
