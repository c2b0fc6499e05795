package dev.countersign.page;

import dev.countersign.http.Caller;
import dev.countersign.http.FormTokens;
import dev.countersign.http.OpenLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The page behind a notification's link. GET shows; only POST decides.
@Path("/review/{token}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
  private final OpenLink links;
  private final DecideOnPage decide;
  private final ShowReview show;
  private final Caller caller;
  private final FormTokens forms;

  ReviewPages(
      OpenLink links, DecideOnPage decide, ShowReview show, Caller caller, FormTokens forms) {
    this.links = links;
    this.decide = decide;
    this.show = show;
    this.caller = caller;
    this.forms = forms;
  }

  /// 410 with the same page once the link has expired, so that programs see it too.
  ///
  /// @param refresh `off` stops the page from loading itself again
  @GET
  public Response get(
      @PathParam("token") String token,
      @QueryParam("refresh") @Nullable String refresh,
      HttpHeaders headers) {
    var opened = links.open(token);
    if (opened.expired() && !DecideOnPage.wantsPage(headers))
      throw opened.expiredProblem().thrown();
    var page = page(opened, token, "off".equals(refresh), DecideOnPage.Sent.NOTHING);
    return decide.answer(opened.expired() ? 410 : 200, page).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("token") String token,
      @FormParam(FormTokens.FIELD) @Nullable String formToken,
      @BeanParam ShownForm shownForm) {
    forms.check(formToken);
    var opened = links.open(token);
    opened.mustBeFor(caller.decider());
    return decide.decide(
        new DecideOnPage.Form(
            opened.approval(), opened.link().digest(), shownForm.display(), shownForm.parts()),
        opened.decider(),
        caller.decider(),
        sent -> page(links.open(token), token, false, sent));
  }

  private ReviewPage page(
      OpenLink.Opened opened, String token, boolean paused, DecideOnPage.Sent sent) {
    var cannot =
        opened
            .whyNot(caller.decider())
            .map(not -> CannotDecide.words(opened.approval(), not))
            .orElse(null);
    var frame = Frames.bare(opened.approval().job().title());
    var reader =
        new ShowReview.Reader(
            frame,
            "/review/" + token,
            forms.token(),
            cannot,
            opened.link().digest(),
            paused,
            newer -> links.onward(opened, newer).map(onward -> "/review/" + onward));
    return show.page(opened.approval(), reader, sent);
  }
}
