package dev.countersign.store;

import dev.countersign.job.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// What was said of a revision's proposal.
@RegisterForReflection
public record StoredDecision(int revision, Decision decision) {}
