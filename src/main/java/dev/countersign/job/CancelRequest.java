package dev.countersign.job;

import java.time.Instant;

/// Somebody's wish that a job stop.
public record CancelRequest(Instant at, String by) {}
