package dev.countersign.store;

import dev.countersign.job.Effect;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;

/// A row of the ledger with when it came to stand so.
///
/// @param facts of the timeline entry that changed it, e.g. the receiver's reference as `ref`
@RegisterForReflection
public record EffectRow(Effect effect, Instant changedAt, Map<String, String> facts) {
  public EffectRow {
    facts = Map.copyOf(facts);
  }
}
