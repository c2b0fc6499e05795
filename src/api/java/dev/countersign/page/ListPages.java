package dev.countersign.page;

import dev.countersign.http.ListQuery;
import dev.countersign.http.OwnJobs;
import dev.countersign.http.SeeJob;
import dev.countersign.signin.Roles;
import dev.countersign.workflow.Catalog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `/ui`: a person's jobs.
@Path("/ui")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ListPages {
  private final OwnJobs own;
  private final SeeJob see;
  private final Catalog catalog;
  private final Frames frames;

  ListPages(OwnJobs own, SeeJob see, Catalog catalog, Frames frames) {
    this.own = own;
    this.see = see;
    this.catalog = catalog;
    this.frames = frames;
  }

  @GET
  public String jobs(
      @QueryParam("status") @Nullable String status,
      @QueryParam("workflow") @Nullable String workflow,
      @QueryParam("since") @Nullable String since,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = own.list(ListQuery.filter(status, workflow, since), ListQuery.cursor(cursor));
    var filters = new JobsPage.Filters(given(status), given(workflow), given(since));
    var next = page.next();
    return new JobsPage(
            frames.of("Jobs", "jobs"),
            page.jobs().stream().map(see::brief).toList(),
            ListQuery.STATUSES,
            catalog.newest().stream().map(w -> new JobsPage.Choice(w.name(), w.title())).toList(),
            filters,
            next == null ? null : address(filters, next.token()))
        .render();
  }

  private static String address(JobsPage.Filters filters, String cursor) {
    return UriBuilder.fromPath("/ui")
        .queryParam("status", filters.status())
        .queryParam("workflow", filters.workflow())
        .queryParam("since", filters.since())
        .queryParam("cursor", cursor)
        .build()
        .toString();
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }
}
