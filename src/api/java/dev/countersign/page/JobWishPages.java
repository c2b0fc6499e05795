package dev.countersign.page;

import dev.countersign.http.BoundsParts;
import dev.countersign.http.FormTokens;
import dev.countersign.http.OwnJobs;
import dev.countersign.job.Job;
import dev.countersign.signin.Roles;
import dev.countersign.submit.Asked;
import dev.countersign.submit.CancelJob;
import dev.countersign.submit.RetryJob;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The buttons of a job's page.
@Path("/ui/jobs/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class JobWishPages {
  private final OwnJobs own;
  private final CancelJob cancel;
  private final RetryJob retry;
  private final JobPages pages;
  private final Wisher wisher;

  JobWishPages(OwnJobs own, CancelJob cancel, RetryJob retry, JobPages pages, Wisher wisher) {
    this.own = own;
    this.cancel = cancel;
    this.retry = retry;
    this.pages = pages;
    this.wisher = wisher;
  }

  @POST
  @Path("/cancel")
  public Response cancel(
      @PathParam("id") String id, @FormParam(FormTokens.FIELD) @Nullable String formToken) {
    wisher.check(formToken);
    var job = own.see(id);
    return answer(job, cancel.cancel(job.id(), wisher.address()));
  }

  @POST
  @Path("/retry")
  public Response retry(
      @PathParam("id") String id,
      @FormParam("budget") @Nullable String budget,
      @FormParam(FormTokens.FIELD) @Nullable String formToken) {
    wisher.check(formToken);
    var job = own.see(id);
    return answer(job, retry.retry(job.id(), wisher.address(), BoundsParts.budget(budget)));
  }

  private Response answer(Job job, Asked asked) {
    return switch (asked) {
      case Asked.Done _ -> Response.seeOther(URI.create("/ui/jobs/" + job.id())).build();
      case Asked.Refused(var problem) ->
          pages.answer(
              409, own.see(job.id().value()), true, problem.detail() + " " + problem.remedy());
    };
  }
}
