package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A model's wish that a tool be used. Nothing of it has been checked.
///
/// @param arguments as the model wrote them, meant to be JSON
@RegisterForReflection
public record ToolCall(String id, String tool, String arguments) {}
