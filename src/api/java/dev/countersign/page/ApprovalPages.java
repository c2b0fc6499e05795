package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.FindApproval;
import dev.countersign.http.FormTokens;
import dev.countersign.http.ProblemDetails;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deciding as a signed-in person: the same page as behind a link, reached from the inbox.
@Path("/ui/approvals/{id}")
@RolesAllowed(Roles.REVIEWER)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
  private final FindApproval approvals;
  private final DecideOnPage decide;
  private final ShowReview show;
  private final Wisher wisher;
  private final Frames frames;

  ApprovalPages(
      FindApproval approvals, DecideOnPage decide, ShowReview show, Wisher wisher, Frames frames) {
    this.approvals = approvals;
    this.decide = decide;
    this.show = show;
    this.wisher = wisher;
    this.frames = frames;
  }

  /// @param refresh `off` stops the page from loading itself again
  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
  public Response get(@PathParam("id") String id, @QueryParam("refresh") @Nullable String refresh) {
    var page = page(id, "off".equals(refresh), DecideOnPage.Sent.NOTHING);
    return decide.answer(200, page).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") String id,
      @FormParam(FormTokens.FIELD) @Nullable String formToken,
      @FormParam("digest") @Nullable String digest,
      @BeanParam ShownForm shownForm) {
    wisher.check(formToken);
    var shown = Objects.requireNonNullElse(digest, "");
    return decide.decide(
        new DecideOnPage.Form(find(id), shown, shownForm.display(), shownForm.parts()),
        wisher.decider(),
        Optional.empty(),
        sent -> page(id, false, sent));
  }

  private ReviewPage page(String id, boolean paused, DecideOnPage.Sent sent) {
    var approval = find(id);
    var cannot =
        approval
            .gate()
            .whyNot(wisher.decider(), approval.job().owner())
            .map(not -> CannotDecide.words(approval, not))
            .orElse(null);
    var frame = frames.of(approval.job().title(), "approvals");
    var reader =
        new ShowReview.Reader(
            frame,
            "/ui/approvals/" + id,
            wisher.token(),
            cannot,
            approval.gate().digest(),
            paused,
            newer -> Optional.of("/ui/approvals/" + newer.approval()));
    return show.page(approval, reader, sent);
  }

  private Approval find(String id) {
    return approvals
        .find(id)
        .filter(a -> a.mayBeSeenBy(wisher.decider()))
        .orElseThrow(() -> ProblemDetails.notFound("The approval").thrown());
  }
}
