package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A value that a document states, with the place where it does.
@RegisterForReflection
public record Stated<T>(T value, Citation citation) {}
