package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.signin.Roles;
import dev.countersign.submit.Asked;
import dev.countersign.submit.CancelJob;
import dev.countersign.submit.EraseJob;
import dev.countersign.submit.RetryJob;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a submitter may ask of a job: to stop it, and to set it going again.
@Path("/jobs/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_CANCEL})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JobWishesResource {
  private final OwnJobs own;
  private final CancelJob cancel;
  private final RetryJob retry;
  private final EraseJob erase;
  private final JobAnswers answers;
  private final Caller caller;

  JobWishesResource(
      OwnJobs own,
      CancelJob cancel,
      RetryJob retry,
      EraseJob erase,
      JobAnswers answers,
      Caller caller) {
    this.own = own;
    this.cancel = cancel;
    this.retry = retry;
    this.erase = erase;
    this.answers = answers;
    this.caller = caller;
  }

  /// 200 with the receipt, or 202 while something that was being sent is still to be accounted for.
  @POST
  @Path("/cancel")
  public Response cancel(@PathParam("id") String id) {
    var job = own.see(id);
    var after = done(job, cancel.cancel(job.id(), caller.address()));
    return after.state() instanceof JobState.Stopping
        ? answers.handle(after, Optional.empty())
        : answers.shown(after, Optional.empty());
  }

  /// @param budget what it may spend on models from now on, in USD, such as `1.00`: at least as
  ///   much as before, and at most `contract.money.limit`
  @RegisterForReflection
  public record RetryBody(@Nullable String budget) {}

  /// 202: it goes on from the step it stopped at.
  @POST
  @Path("/retry")
  @RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_SUBMIT})
  public Response retry(@PathParam("id") String id) {
    return retry(id, null);
  }

  /// The same, with more money if the body says so.
  @POST
  @Path("/retry")
  @RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_SUBMIT})
  @Consumes(MediaType.APPLICATION_JSON)
  public Response retry(@PathParam("id") String id, @Nullable RetryBody body) {
    var job = own.see(id);
    var budget = BoundsParts.budget(body == null ? null : body.budget());
    var asked = retry.retry(job.id(), caller.address(), budget);
    return answers.handle(done(job, asked), Optional.empty());
  }

  /// 200: documents, files, and whatever was written and by whom are gone; hashes and times stay.
  @POST
  @Path("/erase")
  @RolesAllowed(Roles.OPERATOR)
  public Response erase(@PathParam("id") String id) {
    var job = own.see(id);
    return answers.shown(done(job, erase.erase(job.id(), caller.address())), Optional.empty());
  }

  private static Job done(Job job, Asked asked) {
    return switch (asked) {
      case Asked.Done(var after) -> after;
      case Asked.Refused(var problem) -> throw Refusals.of(problem).about(job.id()).thrown();
    };
  }
}
