package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.ApprovalView;
import dev.countersign.http.ApprovalViews;
import dev.countersign.http.Caller;
import dev.countersign.http.FindApproval;
import dev.countersign.http.ProblemDetails;
import dev.countersign.job.Decider;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What belongs to a request for a decision, for who may see it.
@Path("/ui/approvals/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
@RunOnVirtualThread
public class ApprovalPartPages {
  private final FindApproval approvals;
  private final ReviewParts parts;
  private final ApprovalViews views;
  private final Caller caller;

  ApprovalPartPages(FindApproval approvals, ReviewParts parts, ApprovalViews views, Caller caller) {
    this.approvals = approvals;
    this.parts = parts;
    this.views = views;
    this.caller = caller;
  }

  /// The request as programs get it.
  @GET
  @Path("/request.json")
  @Produces(MediaType.APPLICATION_JSON)
  public ApprovalView request(@PathParam("id") String id) {
    var approval = find(id);
    return views.of(approval, approval.gate().whyNot(person(), approval.job().owner()));
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
        .filter(a -> a.mayBeSeenBy(person()))
        .orElseThrow(() -> ProblemDetails.notFound("The approval").thrown());
  }

  private Decider person() {
    return caller.decider().orElseThrow();
  }
}
