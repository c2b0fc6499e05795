package dev.countersign.page;

import dev.countersign.http.Caller;
import dev.countersign.job.Amount;
import dev.countersign.job.Gate;
import dev.countersign.job.JobState;
import dev.countersign.signin.Roles;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.InboxEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// `/ui/approvals`: a reviewer's inbox.
@Path("/ui/approvals")
@RolesAllowed(Roles.REVIEWER)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class InboxPages {
  private static final Duration SOON = Duration.ofHours(24);

  private final DynamoPartition partition;
  private final DynamoJobStore store;
  private final Frames frames;
  private final Caller caller;
  private final InstantSource clock;

  InboxPages(
      DynamoPartition partition,
      DynamoJobStore store,
      Frames frames,
      Caller caller,
      InstantSource clock) {
    this.partition = partition;
    this.store = store;
    this.frames = frames;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public String inbox() {
    var lines =
        partition.inbox(caller.reviewerNames()).stream()
            .flatMap(entry -> gate(entry).map(gate -> line(entry, gate)).stream())
            .toList();
    return new InboxPage(frames.of("Approvals", "approvals"), lines).render();
  }

  /// As it is now; empty for one that was settled since the index was written.
  private Optional<Gate> gate(InboxEntry entry) {
    return store
        .find(entry.job())
        .flatMap(job ->
            job.state() instanceof JobState.NeedsReview(var gate)
                ? Optional.of(gate)
                : Optional.empty())
        .filter(gate -> gate.approval().equals(entry.approval()));
  }

  private InboxPage.Line line(InboxEntry e, Gate gate) {
    var now = clock.instant();
    var left = Duration.between(now, e.expiresAt());
    return new InboxPage.Line(
        "/ui/approvals/" + e.approval(),
        e.title(),
        e.summary(),
        e.workflow(),
        e.revision(),
        e.proposedAt(),
        Glances.left(Duration.between(e.proposedAt(), now)),
        e.expiresAt(),
        Glances.left(left),
        left.compareTo(SOON) < 0,
        e.risk(),
        gate.brief().amounts().stream().map(Amount::words).toList(),
        turn(gate));
  }

  private static String turn(Gate gate) {
    int others = gate.reviewers().size() - 1;
    var whose =
        gate.terms().inOrder()
            ? "Yours, in order"
            : others <= 0
                ? "Yours"
                : "Yours, or that of %d %s".formatted(others, others == 1 ? "other" : "others");
    int quorum = gate.terms().quorum();
    return quorum == 1
        ? whose
        : "%s; %d of %d approved so far".formatted(whose, quorum - gate.missing(), quorum);
  }
}
