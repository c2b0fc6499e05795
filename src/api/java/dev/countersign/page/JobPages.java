package dev.countersign.page;

import dev.countersign.http.FormTokens;
import dev.countersign.http.JobView;
import dev.countersign.http.Ledger;
import dev.countersign.http.OwnJobs;
import dev.countersign.http.SeeJob;
import dev.countersign.job.Effect;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// `/ui/jobs/{id}`: one job.
@Path("/ui/jobs/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class JobPages {
  private static final int WHILE_WORKING = 2;
  private static final int WHILE_IN_REVIEW = 30;

  private final OwnJobs own;
  private final SeeJob jobs;
  private final Ledger ledger;
  private final Frames frames;
  private final FormTokens forms;
  private final InstantSource clock;

  JobPages(
      OwnJobs own,
      SeeJob jobs,
      Ledger ledger,
      Frames frames,
      FormTokens forms,
      InstantSource clock) {
    this.own = own;
    this.jobs = jobs;
    this.ledger = ledger;
    this.frames = frames;
    this.forms = forms;
    this.clock = clock;
  }

  /// @param refresh `off` stops the page from loading itself again
  @GET
  public Response get(@PathParam("id") String id, @QueryParam("refresh") @Nullable String refresh) {
    return answer(200, own.see(id), "off".equals(refresh), null);
  }

  Response answer(int status, Job job, boolean paused, @Nullable String mistake) {
    var view = jobs.whole(job);
    var over = job.state().terminal() || job.state() instanceof JobState.Failed;
    var review = job.state() instanceof JobState.NeedsReview;
    var frame = frames.of(view.title(), "jobs");
    if (!over && !paused) frame = frame.refreshing(review ? WHILE_IN_REVIEW : WHILE_WORKING);
    return answer(status, page(job, view, frame, over, paused, mistake));
  }

  private JobPage page(
      Job job, JobView view, Frame frame, boolean over, boolean paused, @Nullable String mistake) {
    boolean unknown = job.effects().stream().anyMatch(e -> e.standing() == Effect.Standing.UNKNOWN);
    var seen = unknown ? ledger.see(view.id()) : null;
    var events = jobs.events(job, 0);
    return new JobPage(
        frame,
        view,
        forms.token(),
        over || job.state() instanceof JobState.NeedsReview,
        over,
        paused,
        NextMoment.of(job, view.nextCheckAt()),
        Times.withPeople(events, clock.instant()),
        Mishaps.of(events),
        JobPage.first(view),
        jobs.calls(job),
        events.reversed().stream().map(EventWords::of).toList(),
        seen == null ? null : ledger.view(seen),
        seen == null ? "" : ledger.tag(seen),
        mistake);
  }

  private Response answer(int status, JobPage page) {
    var answer =
        Response.status(status).type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page.render());
    forms.cookie().ifPresent(answer::cookie);
    return answer.build();
  }
}
