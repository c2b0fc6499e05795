package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A sentence of a bid that matters beside its prices.
///
/// @param smallPrint whether its type is clearly smaller than the body text
@RegisterForReflection
public record Clause(Kind kind, String text, boolean smallPrint, Citation citation) {
  public enum Kind {
    EXCLUSION,
    CLARIFICATION,
    ESCALATION,
    TAX,
    DISCOUNT,
    INSTRUCTS_READER,
    OTHER
  }
}
