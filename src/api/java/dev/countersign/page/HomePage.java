package dev.countersign.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// `/`: on to the pages.
@Path("/")
public class HomePage {
  @GET
  public Response home() {
    return Response.seeOther(URI.create("/ui")).build();
  }
}
