package dev.countersign.model.agent;

import dev.countersign.model.tools.ToolAnswer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// A tool that was used, or was refused: stored, and never used again for the same call.
///
/// @param call the model's id for it
/// @param at when it was done
@RegisterForReflection
public record ToolUse(String call, String tool, ToolAnswer answer, Instant at) {}
