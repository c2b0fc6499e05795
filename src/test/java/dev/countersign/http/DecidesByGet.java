package dev.countersign.http;

import dev.countersign.approval.DecideApproval;
import dev.countersign.job.Decision.Say;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What published recipes do and this project never may: a link that decides when it is opened.
/// Only so that a test can show that it would be noticed.
@Path("/test-only/decides-by-get/{token}")
public class DecidesByGet {
  private final OpenLink links;
  private final DecideApproval decide;

  DecidesByGet(OpenLink links, DecideApproval decide) {
    this.links = links;
    this.decide = decide;
  }

  @GET
  @PermitAll
  @RunOnVirtualThread
  @Operation(hidden = true)
  public String get(@PathParam("token") String token) {
    var opened = links.open(token);
    var ask = opened.ask(null, new Say.Reject("The link was opened."));
    return decide.decide(ask, opened.decider(), Optional.empty()).getClass().getSimpleName();
  }
}
