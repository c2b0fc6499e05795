package dev.countersign.http;

import dev.countersign.approval.DecideApproval;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// `/review/{token}` for programs: the same as the page behind a notification's link, as JSON. Only
/// POST decides; another site cannot make a browser send JSON here.
@Path("/review/{token}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
  private final OpenLink links;
  private final DecideApproval decide;
  private final RefusedLinks refused;
  private final Caller caller;
  private final ApprovalViews views;

  ReviewResource(
      OpenLink links,
      DecideApproval decide,
      RefusedLinks refused,
      Caller caller,
      ApprovalViews views) {
    this.links = links;
    this.decide = decide;
    this.refused = refused;
    this.caller = caller;
    this.views = views;
  }

  @GET
  public Response get(@PathParam("token") String token) {
    return answer(inTime(token));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("token") String token, ApprovalsResource.@Nullable DecisionBody body) {
    var opened = inTime(token);
    if (body == null) throw StatusProblems.BROKEN_JSON.thrown();
    var say = SayParts.say(body.parts());
    opened.mustBeFor(caller.decider());
    var answer =
        decide.decide(opened.ask(body.displayDigest(), say), opened.decider(), caller.decider());
    refused.count(answer);
    DecisionProblems.of(answer, opened.approval())
        .ifPresent(problem -> {
          throw problem.thrown();
        });
    return answer(links.open(token));
  }

  private OpenLink.Opened inTime(String token) {
    var opened = links.open(token);
    if (opened.expired()) throw opened.expiredProblem().thrown();
    return opened;
  }

  private Response answer(OpenLink.Opened opened) {
    var approval = opened.approval();
    return Response.ok(views.of(approval, opened.whyNot(caller.decider())))
        .tag(approval.gate().digest())
        .build();
  }
}
