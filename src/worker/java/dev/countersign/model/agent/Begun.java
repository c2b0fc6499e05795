package dev.countersign.model.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// When an agent began, on whichever try.
@RegisterForReflection
record Begun(Instant at) {}
