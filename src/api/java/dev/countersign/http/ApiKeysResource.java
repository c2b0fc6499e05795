package dev.countersign.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.countersign.signin.MachineKeys;
import dev.countersign.signin.Roles;
import dev.countersign.store.ApiKey;
import dev.countersign.store.ApiKeys;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api-keys`: an operator makes, lists and revokes the keys of machines.
@Path("/api-keys")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
  private final MachineKeys machines;
  private final ApiKeys keys;
  private final Caller caller;
  private final InstantSource clock;

  ApiKeysResource(MachineKeys machines, ApiKeys keys, Caller caller, InstantSource clock) {
    this.machines = machines;
    this.keys = keys;
    this.caller = caller;
    this.clock = clock;
  }

  /// @param name what the machine is called; its jobs belong to `machine:NAME`
  /// @param scopes some of `submit`, `read`, `cancel`
  /// @param workflows which it may submit; all when left out
  /// @param expiresInDays 1 to 365; 90 when left out
  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record KeyBody(
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable List<String> workflows,
      @Nullable Integer expiresInDays) {}

  /// @param prefix how the key begins
  /// @param key the key itself, only in the answer that makes it
  @RegisterForReflection
  @Wire
  public record KeyView(
      String id,
      String name,
      String owner,
      String prefix,
      List<String> scopes,
      List<String> workflows,
      String status,
      String madeBy,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable String key) {}

  @RegisterForReflection
  @Wire
  public record KeyList(List<KeyView> apiKeys) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(@Nullable KeyBody body) {
    if (body == null) throw StatusProblems.BROKEN_JSON.thrown();
    var made = machines.make(WantedKey.of(body), caller.address());
    return Response.created(URI.create("/api-keys/" + made.stored().id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view(made.stored(), made.key()))
        .build();
  }

  @GET
  public KeyList list() {
    return new KeyList(keys.all().stream().map(key -> view(key, null)).toList());
  }

  /// From the next request on it opens nothing. Again: the same answer.
  @DELETE
  @Path("/{id}")
  public KeyView revoke(@PathParam("id") String id) {
    return keys.revoke(id, clock.instant())
        .map(key -> view(key, null))
        .orElseThrow(() -> ProblemDetails.notFound("The API key").thrown());
  }

  private KeyView view(ApiKey key, @Nullable String secret) {
    return new KeyView(
        key.id(),
        key.name(),
        "machine:" + key.name(),
        MachineKeys.prefix(key.id()),
        key.scopes(),
        key.workflows(),
        status(key),
        key.madeBy(),
        key.madeAt(),
        key.expiresAt(),
        key.revokedAt(),
        secret);
  }

  private String status(ApiKey key) {
    if (key.revokedAt() != null) return "revoked";
    return key.livesAt(clock.instant()) ? "active" : "expired";
  }
}
