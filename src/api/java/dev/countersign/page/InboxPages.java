package dev.countersign.page;

import dev.countersign.http.Caller;
import dev.countersign.signin.Roles;
import dev.countersign.store.DynamoPartition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// `/ui/approvals`: a reviewer's inbox.
@Path("/ui/approvals")
@RolesAllowed(Roles.REVIEWER)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class InboxPages {
  private final DynamoPartition partition;
  private final Frames frames;
  private final Caller caller;

  InboxPages(DynamoPartition partition, Frames frames, Caller caller) {
    this.partition = partition;
    this.frames = frames;
    this.caller = caller;
  }

  @GET
  public String inbox() {
    return new InboxPage(
            frames.of("Approvals", "approvals"), partition.inbox(caller.reviewerNames()))
        .render();
  }
}
