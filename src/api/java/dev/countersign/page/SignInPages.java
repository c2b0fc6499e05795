package dev.countersign.page;

import dev.countersign.signin.Roles;
import dev.countersign.signin.Sessions;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Coming from the sign-in service, and leaving. That another site cannot sign somebody out needs
/// no form token: `RefuseCrossSite` sees to it, and nothing would be lost.
@Path("/ui")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInPages {
  private final SecurityIdentity identity;
  private final Sessions sessions;

  SignInPages(SecurityIdentity identity, Sessions sessions) {
    this.identity = identity;
    this.sessions = sessions;
  }

  /// The sign-in itself restores the page that was asked for; this is for who comes here directly.
  @GET
  @Path("/signed-in")
  @Authenticated
  public Response signedIn() {
    var onlyReviews = identity.hasRole(Roles.REVIEWER) && !identity.hasRole(Roles.SUBMITTER);
    return Response.seeOther(URI.create(onlyReviews ? "/ui/approvals" : "/ui")).build();
  }

  /// Ends the session here, and goes on to end the one at the issuer.
  @POST
  @Path("/sign-out")
  @PermitAll
  public Response signOut(@Context HttpHeaders headers) {
    var onward = sessions.endAtIssuer(identity).map(URI::toString).orElse(null);
    var answer = Response.ok(new SignedOutPage(Frames.bare("Signed out"), onward).render());
    Sessions.cookies(headers.getCookies().keySet()).forEach(answer::cookie);
    return answer.build();
  }

  @GET
  @Path("/signed-out")
  @PermitAll
  public String signedOut() {
    return new SignedOutPage(Frames.bare("Signed out"), null).render();
  }
}
