package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Tokens, as the provider counted them.
///
/// @param input all of what was sent, the cached part with it
/// @param output all of what was made, the reasoning with it
@RegisterForReflection
public record Usage(long input, long cachedInput, long output, long reasoning) {
  public Usage {
    if (input < 0 || cachedInput < 0 || output < 0 || reasoning < 0)
      throw new IllegalArgumentException("fewer than no tokens");
  }
}
