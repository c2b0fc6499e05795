package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request for a decision as its reviewer's inbox lists it.
///
/// @param risk `low`, `medium` or `high`; null for what was asked before risk was kept
/// @param amounts the money at stake, e.g. `1250.00 EUR`
@RegisterForReflection
public record InboxEntry(
    ApprovalId approval,
    JobId job,
    int revision,
    String title,
    String workflow,
    String summary,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable String risk,
    @Nullable List<String> amounts) {}
