package dev.countersign.http;

import dev.countersign.http.JobView.ArtifactView;
import dev.countersign.http.JobView.SourceView;
import dev.countersign.signin.Roles;
import dev.countersign.store.Artifacts;
import dev.countersign.store.TimelineEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What belongs to one job: its story, its documents, its files.
@Path("/jobs/{id}")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JobPartsResource {
  /// How long an address of a file works.
  public static final Duration LINK_LIVES = Duration.ofMinutes(5);

  private final OwnJobs own;
  private final SeeJob jobs;
  private final Artifacts artifacts;

  JobPartsResource(OwnJobs own, SeeJob jobs, Artifacts artifacts) {
    this.own = own;
    this.jobs = jobs;
    this.artifacts = artifacts;
  }

  /// @param after the last entry's number, to go on from; the same when there is nothing newer
  @RegisterForReflection
  @Wire
  public record EventList(List<EventView> events, long after) {}

  /// @param hash of this entry, chained to the one before
  @RegisterForReflection
  @Wire
  public record EventView(
      long seq,
      String type,
      Instant at,
      Map<String, String> facts,
      Map<String, String> personal,
      String hash) {}

  @RegisterForReflection
  @Wire
  public record SourceList(List<SourceView> sources) {}

  @RegisterForReflection
  @Wire
  public record ArtifactList(List<ArtifactView> artifacts) {}

  @GET
  @Path("/events")
  public EventList events(
      @PathParam("id") String id, @QueryParam("after") @DefaultValue("0") String after) {
    var job = own.see(id);
    var seq = sequence(after);
    var events = jobs.events(job, seq).stream().map(JobPartsResource::view).toList();
    return new EventList(events, events.isEmpty() ? seq : events.getLast().seq());
  }

  @GET
  @Path("/sources")
  public SourceList sources(@PathParam("id") String id) {
    return new SourceList(jobs.sources(own.see(id)));
  }

  @GET
  @Path("/artifacts")
  public ArtifactList artifacts(@PathParam("id") String id) {
    return new ArtifactList(jobs.artifacts(own.see(id)));
  }

  /// 303 to the file in the bucket, under an address that works for some minutes.
  ///
  /// @param version the newest when left out
  @GET
  @Path("/artifacts/{name}")
  @RolesAllowed({Roles.SUBMITTER, Roles.KEY_READ})
  @Produces(MediaType.WILDCARD)
  public Response artifact(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @QueryParam("version") @Nullable Integer version) {
    var file =
        artifacts
            .find(own.get(id).id(), name, version)
            .orElseThrow(() -> ProblemDetails.notFound("The file " + name).thrown());
    return Response.seeOther(artifacts.link(file, LINK_LIVES)).build();
  }

  private static EventView view(TimelineEvent event) {
    return new EventView(
        event.seq(),
        event.type(),
        event.at(),
        event.facts(),
        event.personal().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value())),
        event.hash());
  }

  private static long sequence(String after) {
    try {
      var seq = Long.parseLong(after);
      if (seq >= 0) return seq;
    } catch (NumberFormatException _) {
      // said below
    }
    throw ProblemDetails.badRequest("after is not a number.", "Use the seq of an event.").thrown();
  }
}
