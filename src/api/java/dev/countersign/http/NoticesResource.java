package dev.countersign.http;

import dev.countersign.signin.Roles;
import dev.countersign.store.Notice;
import dev.countersign.store.Notices;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/jobs/{id}/notices`: of what people outside were told, by which channels, and what could not be
/// told and why.
@Path("/jobs/{id}/notices")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
  private final OwnJobs own;
  private final Notices notices;

  NoticesResource(OwnJobs own, Notices notices) {
    this.own = own;
    this.notices = notices;
  }

  @RegisterForReflection
  @Wire
  public record NoticeList(List<NoticeView> notices) {}

  /// @param seq of the entry in the timeline that it tells of
  /// @param kind e.g. `needs_review`, `completed`
  /// @param nextTry when it is tried again; absent when nothing is owed any more
  @RegisterForReflection
  @Wire
  public record NoticeView(
      long seq,
      String kind,
      Instant at,
      int tries,
      @Nullable Instant nextTry,
      List<ChannelView> channels) {}

  /// @param channel e.g. `submitter-mail`, `slack`, `webhook`
  /// @param standing `told`, `skipped`, `owed` or `given_up`
  /// @param why it stands so, with what to do; absent when it was told
  @RegisterForReflection
  @Wire
  public record ChannelView(String channel, String standing, Instant at, @Nullable String why) {}

  @GET
  public NoticeList get(@PathParam("id") String id) {
    return new NoticeList(
        notices.of(own.see(id).id()).stream().map(NoticesResource::view).toList());
  }

  private static NoticeView view(Notice notice) {
    return new NoticeView(
        notice.seq(),
        notice.kind().wireName(),
        notice.at(),
        notice.tries(),
        notice.nextTry(),
        notice.channels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> view(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static ChannelView view(String channel, Notice.Word word) {
    return new ChannelView(
        channel,
        word.standing().name().toLowerCase(Locale.ROOT),
        word.at(),
        word.why().isEmpty() ? null : word.why());
  }
}
