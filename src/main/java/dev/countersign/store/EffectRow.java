package dev.countersign.store;

import dev.countersign.job.Effect;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of the ledger with when it came to stand so.
///
/// @param key the idempotency key of its attempts; null in rows from before it was kept
/// @param facts of the timeline entry that changed it, e.g. the receiver's reference as `ref`
@RegisterForReflection
public record EffectRow(
    Effect effect, @Nullable String key, Instant changedAt, Map<String, String> facts) {
  public EffectRow {
    facts = Map.copyOf(facts);
  }
}
