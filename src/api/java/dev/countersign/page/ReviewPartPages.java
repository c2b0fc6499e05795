package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.ApprovalView;
import dev.countersign.http.ApprovalViews;
import dev.countersign.http.Caller;
import dev.countersign.http.OpenLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What belongs to the page behind a link, for who holds it.
@Path("/review/{token}")
@RunOnVirtualThread
public class ReviewPartPages {
  private final OpenLink links;
  private final ReviewParts parts;
  private final ApprovalViews views;
  private final Caller caller;

  ReviewPartPages(OpenLink links, ReviewParts parts, ApprovalViews views, Caller caller) {
    this.links = links;
    this.parts = parts;
    this.views = views;
    this.caller = caller;
  }

  /// The request as programs get it.
  @GET
  @Path("/request.json")
  @Produces(MediaType.APPLICATION_JSON)
  public ApprovalView request(@PathParam("token") String token) {
    var opened = inTime(token);
    return views.of(opened.approval(), opened.whyNot(caller.decider()));
  }

  @GET
  @Path("/packet")
  public Response packet(@PathParam("token") String token) {
    return parts.packet(approval(token));
  }

  @GET
  @Path("/files/{name}")
  public Response file(@PathParam("token") String token, @PathParam("name") String name) {
    return parts.file(approval(token), name);
  }

  @GET
  @Path("/payloads/{number}")
  public Response payload(@PathParam("token") String token, @PathParam("number") int number) {
    return parts.payload(approval(token), number);
  }

  @GET
  @Path("/payloads/{number}/html")
  public Response html(@PathParam("token") String token, @PathParam("number") int number) {
    return parts.html(approval(token), number);
  }

  /// @throws dev.countersign.http.ProblemException 410 once the link has expired
  private OpenLink.Opened inTime(String token) {
    var opened = links.open(token);
    if (opened.expired()) throw opened.expiredProblem().thrown();
    return opened;
  }

  private Approval approval(String token) {
    return inTime(token).approval();
  }
}
