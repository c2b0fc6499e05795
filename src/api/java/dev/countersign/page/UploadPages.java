package dev.countersign.page;

import dev.countersign.http.Caller;
import dev.countersign.http.FormTokens;
import dev.countersign.http.UploadsJson;
import dev.countersign.http.UploadsResource;
import dev.countersign.signin.Roles;
import dev.countersign.submit.DeclareUploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// `/ui/uploads`: what `POST /uploads` is for programs, for the script of the form; under `/ui`,
/// because people sign in there.
@Path("/ui/uploads")
@RolesAllowed(Roles.SUBMITTER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UploadPages {
  private final DeclareUploads declare;
  private final FormTokens forms;
  private final Caller caller;

  UploadPages(DeclareUploads declare, FormTokens forms, Caller caller) {
    this.declare = declare;
    this.forms = forms;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response declare(
      @HeaderParam("X-Form-Token") @Nullable String token, @Nullable UploadsJson json) {
    forms.check(token);
    return UploadsResource.answer(declare.declare(caller.address(), UploadsJson.wishes(json)));
  }
}
