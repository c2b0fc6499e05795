package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.signin.Roles;
import dev.countersign.store.JobPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/jobs`: the caller's own jobs; for an operator how anybody's stand.
@Path("/jobs")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
  private final OwnJobs own;
  private final WatchJob watch;
  private final SeeJob jobs;
  private final JobAnswers answers;
  private final HttpConfig config;

  JobsResource(OwnJobs own, WatchJob watch, SeeJob jobs, JobAnswers answers, HttpConfig config) {
    this.own = own;
    this.watch = watch;
    this.jobs = jobs;
    this.answers = answers;
    this.config = config;
  }

  /// A page of jobs, newest first.
  ///
  /// @param nextCursor absent on the last page
  @RegisterForReflection
  @Wire
  public record JobList(List<JobView> jobs, @Nullable String nextCursor) {}

  /// The caller's own jobs.
  ///
  /// @param owner for an operator: whose jobs to list
  @GET
  public JobList list(
      @QueryParam("status") @Nullable String status,
      @QueryParam("workflow") @Nullable String workflow,
      @QueryParam("since") @Nullable String since,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = ListQuery.filter(status, workflow, since);
    var after = ListQuery.cursor(cursor);
    var page = owner == null ? own.list(filter, after) : own.listOf(owner, filter, after);
    return new JobList(page.jobs().stream().map(jobs::brief).toList(), token(page));
  }

  /// With `Prefer: wait=N` it waits until the job has changed since `If-None-Match`, or else until
  /// nothing more happens to it by itself.
  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id, Request request, HttpHeaders headers) {
    var wait = Wait.preferred(SubmitResource.prefer(headers), config.mostWait());
    var first = own.see(id);
    var conditional = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null;
    var job =
        wait.map(most ->
                watch.until(
                    first, most, j -> conditional ? !unchanged(request, j) : WatchJob.atRest(j)))
            .orElse(first);
    return notModified(request, job).orElseGet(() -> answers.shown(job, wait));
  }

  private static boolean unchanged(Request request, Job job) {
    return notModified(request, job).isPresent();
  }

  private static Optional<Response> notModified(Request request, Job job) {
    return Optional.ofNullable(request.evaluatePreconditions(JobAnswers.tag(job)))
        .map(answer -> answer.tag(JobAnswers.tag(job)).build());
  }

  private static @Nullable String token(JobPage page) {
    var next = page.next();
    return next == null ? null : next.token();
  }
}
