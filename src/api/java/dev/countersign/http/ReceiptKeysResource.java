package dev.countersign.http;

import dev.countersign.receipt.ReceiptKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The public keys that receipts are checked with.
@Path(ReceiptKeys.PATH)
@PermitAll
@RunOnVirtualThread
public class ReceiptKeysResource {
  private static final int FRESH_FOR_SECONDS = 300;

  private final ReceiptKeys keys;

  ReceiptKeysResource(ReceiptKeys keys) {
    this.keys = keys;
  }

  /// A JWK set (RFC 7517): the key that signs now first, then the one before it.
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response keys() {
    var fresh = new CacheControl();
    fresh.setMaxAge(FRESH_FOR_SECONDS);
    return Response.ok(keys.published()).cacheControl(fresh).build();
  }
}
