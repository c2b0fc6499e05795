package dev.countersign.model.tools;

import dev.countersign.model.Meaning;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// A quote as a model gives it in its answer: a claim, until [Library#cited] has found it again.
@RegisterForReflection
public record Quoted(
    @Meaning("The source's short name, e.g. S1") String source,
    @Meaning("The page, from 1") int page,
    @Meaning("Some words exactly as they stand on that page") String quote) {}
