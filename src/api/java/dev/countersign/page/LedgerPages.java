package dev.countersign.page;

import dev.countersign.http.EffectsResource;
import dev.countersign.http.FormTokens;
import dev.countersign.http.Ledger;
import dev.countersign.signin.Roles;
import dev.countersign.submit.Asked;
import dev.countersign.submit.SayOutcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// `/ui/jobs/{id}/effects`: the ledger of a job for people, reviewers too.
@Path("/ui/jobs/{id}/effects")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class LedgerPages {
  private final Ledger ledger;
  private final SayOutcome say;
  private final Frames frames;
  private final Wisher wisher;
  private final FormTokens forms;

  LedgerPages(Ledger ledger, SayOutcome say, Frames frames, Wisher wisher, FormTokens forms) {
    this.ledger = ledger;
    this.say = say;
    this.frames = frames;
    this.wisher = wisher;
    this.forms = forms;
  }

  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR})
  public Response get(@PathParam("id") String id) {
    return page(200, id, null);
  }

  @POST
  @Path("/{effect}/outcome")
  @RolesAllowed({Roles.REVIEWER, Roles.OPERATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response outcome(
      @PathParam("id") String id,
      @PathParam("effect") String effect,
      @FormParam(FormTokens.FIELD) @Nullable String formToken,
      @FormParam("seen") @Nullable String shown,
      @FormParam("outcome") @Nullable String outcome) {
    wisher.check(formToken);
    var seen = ledger.see(id);
    var became = EffectsResource.became(outcome);
    var asked =
        ledger.tag(seen).equals(shown)
            ? say.say(
                seen.job(), seen.gate(), EffectsResource.effectId(effect), became, wisher.decider())
            : SayOutcome.movedOn(seen.job());
    return switch (asked) {
      case Asked.Done _ ->
          Response.seeOther(URI.create("/ui/jobs/%s/effects".formatted(seen.job().id()))).build();
      case Asked.Refused(var problem) -> page(409, id, problem.detail() + " " + problem.remedy());
    };
  }

  private Response page(int status, String id, @Nullable String mistake) {
    var seen = ledger.see(id);
    var page =
        new LedgerPage(
            frames.of("Effects", "jobs"),
            ledger.view(seen),
            ledger.tag(seen),
            forms.token(),
            mistake);
    var answer =
        Response.status(status).type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page.render());
    forms.cookie().ifPresent(answer::cookie);
    return answer.build();
  }
}
