package dev.countersign.http;

import dev.countersign.store.Published;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/p/{token}/{name}`: a file that was published, for whoever has its address, until its last day.
@Path("/p/{token}/{name}")
@PermitAll
@RunOnVirtualThread
public class PublishedResource {
  private static final Duration LINK_LIVES = Duration.ofMinutes(5);
  private static final Pattern UNTIL = Pattern.compile("until-([0-9]{4}-[0-9]{2}-[0-9]{2})-.*");
  private final Published published;
  private final InstantSource clock;

  PublishedResource(Published published, InstantSource clock) {
    this.published = published;
    this.clock = clock;
  }

  /// 303 to the file in the bucket; 410 from the day after its last one.
  @GET
  public Response get(@PathParam("token") String token, @PathParam("name") String name) {
    if (over(token))
      throw ProblemDetails.of(
              410,
              "no-longer-published",
              "No longer published",
              "This file was published for a time that is over.",
              "Ask whoever gave you the address for it.")
          .thrown();
    return place(token, name)
        .flatMap(place -> published.link(place, LINK_LIVES))
        .map(link -> Response.seeOther(link).header("Cache-Control", "no-store").build())
        .orElseThrow(() -> ProblemDetails.notFound("The file").thrown());
  }

  private boolean over(String token) {
    var until = UNTIL.matcher(token);
    if (!until.matches()) return false;
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString().compareTo(until.group(1))
        > 0;
  }

  private static Optional<Published.Place> place(String token, String name) {
    try {
      return Optional.of(new Published.Place(token, name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
