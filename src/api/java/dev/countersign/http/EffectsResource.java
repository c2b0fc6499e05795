package dev.countersign.http;

import dev.countersign.http.Ledger.LedgerView;
import dev.countersign.job.EffectId;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.signin.Roles;
import dev.countersign.submit.Asked;
import dev.countersign.submit.SayOutcome;
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
import org.jspecify.annotations.Nullable;

/// `/jobs/{id}/effects`: the ledger, and a person's word on what became of an unknown effect.
@Path("/jobs/{id}/effects")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EffectsResource {
  private final Ledger ledger;
  private final SayOutcome say;
  private final Caller caller;

  EffectsResource(Ledger ledger, SayOutcome say, Caller caller) {
    this.ledger = ledger;
    this.say = say;
    this.caller = caller;
  }

  /// @param outcome `happened`, or `did_not`: then it is sent, unless the job was canceled
  @RegisterForReflection
  public record OutcomeBody(@Nullable String outcome) {}

  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.KEY_READ})
  public Response list(@PathParam("id") String id) {
    return answer(ledger.see(id));
  }

  /// 200 with the ledger as it is then. Named by `If-Match`, the ETag of the ledger as it was seen.
  @POST
  @Path("/{effect}/outcome")
  @RolesAllowed({Roles.REVIEWER, Roles.OPERATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  public Response outcome(
      @PathParam("id") String id,
      @PathParam("effect") String effect,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable OutcomeBody body) {
    var seen = ledger.see(id);
    var became = became(body == null ? null : body.outcome());
    var by = caller.decider().orElseThrow();
    var asked =
        matches(ifMatch, seen.job())
            ? say.say(seen.job(), seen.gate(), effectId(effect), became, by)
            : SayOutcome.movedOn(seen.job());
    return switch (asked) {
      case Asked.Done _ -> answer(ledger.see(id));
      case Asked.Refused(var problem) -> throw Refusals.of(problem).about(seen.job().id()).thrown();
    };
  }

  /// @throws ProblemException 400 for a word that is none of the two
  public static Became became(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "happened" -> Became.HAPPENED;
      case "did_not" -> Became.DID_NOT;
      default ->
          throw ProblemDetails.badRequest(
                  "The outcome is not said.", "Send outcome as happened or did_not.")
              .thrown();
    };
  }

  /// @throws ProblemException 404 for what is no id
  public static EffectId effectId(String id) {
    try {
      return new EffectId(id);
    } catch (IllegalArgumentException _) {
      throw ProblemDetails.notFound("The effect").thrown();
    }
  }

  private static boolean matches(@Nullable String ifMatch, Job job) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*"))
      throw ProblemDetails.of(
              428,
              "state-needed",
              "Say what you have seen",
              "What a person says counts for the job as they saw it; the request does not name it.",
              "Send If-Match with the ETag of GET /jobs/" + job.id() + "/effects.")
          .about(job.id())
          .thrown();
    return ifMatch.strip().equals('"' + JobAnswers.tag(job).getValue() + '"');
  }

  private Response answer(Ledger.Seen seen) {
    LedgerView view = ledger.view(seen);
    return Response.ok(view).tag(JobAnswers.tag(seen.job())).build();
  }
}
