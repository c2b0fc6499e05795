package dev.countersign.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.countersign.approval.DecideApproval;
import dev.countersign.job.Decider;
import dev.countersign.signin.Roles;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.InboxEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/approvals`: a reviewer's inbox, and deciding as a signed-in person. A decision names what it
/// is for by `If-Match`, the digest that was shown.
@Path("/approvals")
@RolesAllowed(Roles.REVIEWER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalsResource {
  private final FindApproval approvals;
  private final DynamoPartition partition;
  private final DecideApproval decide;
  private final Caller caller;
  private final ApprovalViews views;

  ApprovalsResource(
      FindApproval approvals,
      DynamoPartition partition,
      DecideApproval decide,
      Caller caller,
      ApprovalViews views) {
    this.approvals = approvals;
    this.partition = partition;
    this.decide = decide;
    this.caller = caller;
    this.views = views;
  }

  @RegisterForReflection
  @Wire
  public record Inbox(List<Entry> approvals) {}

  @RegisterForReflection
  @Wire
  public record Entry(
      String id,
      String job,
      int revision,
      String title,
      String workflow,
      String summary,
      Instant proposedAt,
      Instant expiresAt,
      @Nullable String risk,
      @Nullable List<String> amounts,
      String href) {}

  /// @param decision `approve`, `reject`, `request_changes`, `edit` or `delegate`
  /// @param reason for `reject`
  /// @param comment for `request_changes`
  /// @param to for `delegate`: an address
  /// @param action for `edit`: which action, from 0
  /// @param subject for `edit`, when it changes
  /// @param text for `edit`, when it changes
  /// @param displayDigest `display_digest` of what the person was shown; kept with the decision
  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record DecisionBody(
      @Nullable String decision,
      @Nullable String reason,
      @Nullable String comment,
      @Nullable String to,
      @Nullable Integer action,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String displayDigest) {
    SayParts.Parts parts() {
      return new SayParts.Parts(
          decision, reason != null ? reason : comment, to, action, subject, text);
    }
  }

  @GET
  public Inbox inbox() {
    return new Inbox(
        partition.inbox(caller.reviewerNames()).stream().map(ApprovalsResource::entry).toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
  public Response get(@PathParam("id") String id) {
    return answer(find(id));
  }

  @POST
  @Path("/{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable DecisionBody body) {
    var approval = find(id);
    if (body == null) throw StatusProblems.BROKEN_JSON.thrown();
    var say = SayParts.say(body.parts());
    var digest = DecisionProblems.matched(ifMatch, approval);
    var ask =
        new DecideApproval.Ask(
            approval.job().id(), approval.gate().approval(), digest, body.displayDigest(), say);
    var answer = decide.decide(ask, decider(), Optional.empty());
    DecisionProblems.of(answer, approval)
        .ifPresent(problem -> {
          throw problem.thrown();
        });
    return answer(find(id));
  }

  private Approval find(String id) {
    return approvals
        .find(id)
        .filter(a -> a.mayBeSeenBy(decider()))
        .orElseThrow(() -> ProblemDetails.notFound("The approval").thrown());
  }

  private Decider decider() {
    return caller.decider().orElseThrow();
  }

  private Response answer(Approval approval) {
    var not = approval.gate().whyNot(decider(), approval.job().owner());
    return Response.ok(views.of(approval, not)).tag(approval.gate().digest()).build();
  }

  private static Entry entry(InboxEntry e) {
    return new Entry(
        e.approval().value(),
        e.job().value(),
        e.revision(),
        e.title(),
        e.workflow(),
        e.summary(),
        e.proposedAt(),
        e.expiresAt(),
        e.risk(),
        e.amounts(),
        "/approvals/" + e.approval());
  }
}
