package dev.countersign.job;

/// Names one effect in the ledger: `fx_` and a UUIDv7.
public record EffectId(String value) {
  public EffectId {
    if (!value.matches("fx_[0-9a-f-]{36}"))
      throw new IllegalArgumentException("not an effect id: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
