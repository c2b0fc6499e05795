package dev.countersign.page;

import dev.countersign.http.ProblemDetails;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/// `/ui/outbox`: what was sent, where mail is kept for reading (on one machine); not found
/// elsewhere.
@Path("/ui/outbox")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR})
@RunOnVirtualThread
public class OutboxPages {
  private static final int MOST = 50;

  private final Instance<Outbox> outbox;
  private final Frames frames;

  OutboxPages(Instance<Outbox> outbox, Frames frames) {
    this.outbox = outbox;
    this.frames = frames;
  }

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String list() {
    var kept = outbox();
    var mails = kept.newest(MOST).stream().map(mail -> line(kept, mail)).toList();
    return new OutboxPage(frames.of("Outbox", "outbox"), mails, null).render();
  }

  @GET
  @Path("/{mail}")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String mail(@PathParam("mail") String id) {
    var kept = outbox();
    var line =
        kept.newest(Integer.MAX_VALUE).stream()
            .filter(mail -> mail.id().equals(id))
            .findFirst()
            .map(mail -> line(kept, mail))
            .orElseThrow(() -> ProblemDetails.notFound("The mail").thrown());
    return new OutboxPage(frames.of("Outbox", "outbox"), List.of(), line).render();
  }

  /// The message as it was received, byte for byte.
  @GET
  @Path("/{mail}/message.eml")
  public Response message(@PathParam("mail") String id) {
    return Kept.download(bytes(id), "message/rfc822", id + ".eml");
  }

  @GET
  @Path("/{mail}/html")
  public Response html(@PathParam("mail") String id) {
    return MailPreview.of(bytes(id))
        .flatMap(mail -> Optional.ofNullable(mail.html()))
        .map(Kept::page)
        .orElseThrow(() -> ProblemDetails.notFound("It").thrown());
  }

  private byte[] bytes(String id) {
    return outbox().message(id).orElseThrow(() -> ProblemDetails.notFound("The mail").thrown());
  }

  private static OutboxPage.Line line(Outbox outbox, Outbox.KeptMail mail) {
    return new OutboxPage.Line(
        mail, outbox.message(mail.id()).flatMap(MailPreview::of).orElse(null));
  }

  private Outbox outbox() {
    if (!outbox.isResolvable()) throw ProblemDetails.notFound("An outbox").thrown();
    return outbox.get();
  }
}
