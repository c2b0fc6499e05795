package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// A request for a decision as its reviewer's inbox lists it.
@RegisterForReflection
public record InboxEntry(
    ApprovalId approval,
    JobId job,
    int revision,
    String title,
    String workflow,
    String summary,
    Instant proposedAt,
    Instant expiresAt) {}
