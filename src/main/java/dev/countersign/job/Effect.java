package dev.countersign.job;

/// A row of the ledger as the job knows it: one consequential action and what became of it.
///
/// @param digest SHA-256, lower-case hex, of exactly what the effect would send
public record Effect(EffectId id, String kind, int revision, String digest, Standing standing) {
  public enum Standing {
    PLANNED,
    APPROVED,
    ATTEMPTING,
    DONE,
    PREVENTED,
    UNKNOWN
  }

  Effect now(Standing next) {
    return new Effect(id, kind, revision, digest, next);
  }

  boolean open() {
    return standing == Standing.PLANNED || standing == Standing.APPROVED;
  }
}
