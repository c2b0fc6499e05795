package dev.countersign.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /// The idempotency key of every attempt at it: 48 hex digits from job, effect and digest, so that
  /// the same effect of the same bytes has the same key whoever tries it.
  public String key(JobId job) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var named = String.join("\n", job.value(), id.value(), digest);
      var hash = sha256.digest(named.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Effect now(Standing next) {
    return new Effect(id, kind, revision, digest, next);
  }

  boolean open() {
    return standing == Standing.PLANNED || standing == Standing.APPROVED;
  }
}
