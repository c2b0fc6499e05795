package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What all workers know of one provider's health, as it is stored.
///
/// @param version of this item; who writes the next must have read this one
/// @param faults since `since`, while it is closed
/// @param opened how often in a row it was opened; 0 when it is closed
/// @param openUntil when somebody may try again; null when it is closed
/// @param probe who tries for all
/// @param probeUntil when another may try instead
/// @param restUntil until when the provider itself asked for a rest
@RegisterForReflection
public record CircuitRow(
    long version,
    int faults,
    Instant since,
    int opened,
    @Nullable Instant openUntil,
    @Nullable String probe,
    @Nullable Instant probeUntil,
    @Nullable Instant restUntil) {}
