package dev.countersign.http;

import dev.countersign.signin.Roles;
import dev.countersign.submit.DeclareUploads;
import dev.countersign.submit.DeclareUploads.Declared;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// `POST /uploads`: files that are too large for a request go into the bucket by themselves, each
/// under an address that takes exactly the file that was declared, once.
@Path("/uploads")
@RolesAllowed({Roles.SUBMITTER, Roles.KEY_SUBMIT})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
  private final DeclareUploads declare;
  private final Caller caller;

  UploadsResource(DeclareUploads declare, Caller caller) {
    this.declare = declare;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response declare(@Nullable UploadsJson json) {
    return answer(declare.declare(caller.address(), UploadsJson.wishes(json)));
  }

  /// @throws ProblemException when they were refused
  public static Response answer(Declared declared) {
    return switch (declared) {
      case Declared.Ready(var places) ->
          Response.status(201).entity(UploadsView.of(places)).build();
      case Declared.Refused(var problem) -> throw Refusals.of(problem).thrown();
    };
  }
}
