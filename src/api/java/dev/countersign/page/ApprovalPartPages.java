package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.Caller;
import dev.countersign.http.FindApproval;
import dev.countersign.http.ProblemDetails;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// What belongs to a request for a decision, for who may see it.
@Path("/ui/approvals/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
@RunOnVirtualThread
public class ApprovalPartPages {
  private final FindApproval approvals;
  private final ReviewParts parts;
  private final Caller caller;

  ApprovalPartPages(FindApproval approvals, ReviewParts parts, Caller caller) {
    this.approvals = approvals;
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Path("/packet")
  public Response packet(@PathParam("id") String id) {
    return parts.packet(find(id));
  }

  @GET
  @Path("/files/{name}")
  public Response file(@PathParam("id") String id, @PathParam("name") String name) {
    return parts.file(find(id), name);
  }

  @GET
  @Path("/payloads/{number}")
  public Response payload(@PathParam("id") String id, @PathParam("number") int number) {
    return parts.payload(find(id), number);
  }

  @GET
  @Path("/payloads/{number}/html")
  public Response html(@PathParam("id") String id, @PathParam("number") int number) {
    return parts.html(find(id), number);
  }

  private Approval find(String id) {
    return approvals
        .find(id)
        .filter(a -> a.mayBeSeenBy(caller.decider().orElseThrow()))
        .orElseThrow(() -> ProblemDetails.notFound("The approval").thrown());
  }
}
