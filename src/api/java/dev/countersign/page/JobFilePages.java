package dev.countersign.page;

import dev.countersign.http.JobPartsResource;
import dev.countersign.http.OwnJobs;
import dev.countersign.http.ProblemDetails;
import dev.countersign.signin.Roles;
import dev.countersign.store.Artifacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The files of a job for who has a session instead of a token.
@Path("/ui/jobs/{id}/files/{name}")
@RolesAllowed(Roles.SUBMITTER)
@RunOnVirtualThread
public class JobFilePages {
  private final OwnJobs own;
  private final Artifacts artifacts;

  JobFilePages(OwnJobs own, Artifacts artifacts) {
    this.own = own;
    this.artifacts = artifacts;
  }

  /// 303 to the file in the bucket, under an address that works for some minutes.
  @GET
  public Response file(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @QueryParam("version") @Nullable Integer version) {
    return artifacts
        .find(own.get(id).id(), name, version)
        .map(file -> artifacts.link(file, JobPartsResource.LINK_LIVES))
        .map(address -> Response.seeOther(address).build())
        .orElseThrow(() -> ProblemDetails.notFound("The file " + name).thrown());
  }
}
