package dev.countersign.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// `/openapi`: the description of this API, OpenAPI 3.1, written at build time and compared with
/// the code by a test.
@Path("/openapi")
@PermitAll
public class OpenApiResource {
  /// The document as JSON, which is YAML, too.
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] document() {
    try (var document = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
      return Objects.requireNonNull(document, "openapi.json is in this package").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
