package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A machine's key, without the secret itself.
///
/// @param name what the machine is called; its jobs belong to that name, whichever key it used
/// @param hash SHA-256 of the whole key, lower-case hex
/// @param scopes what it may do: `submit`, `read`, `cancel`
/// @param workflows which it may submit; all when empty
/// @param madeBy the operator's address
@RegisterForReflection
public record ApiKey(
    String id,
    String name,
    String hash,
    List<String> scopes,
    List<String> workflows,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {
  public ApiKey {
    scopes = List.copyOf(scopes);
    workflows = List.copyOf(workflows);
  }

  public boolean livesAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  ApiKey revoked(Instant at) {
    return new ApiKey(
        id,
        name,
        hash,
        scopes,
        workflows,
        madeBy,
        madeAt,
        expiresAt,
        revokedAt == null ? at : revokedAt);
  }
}
