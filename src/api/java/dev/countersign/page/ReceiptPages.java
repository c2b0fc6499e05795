package dev.countersign.page;

import dev.countersign.http.SeeReceipt;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The receipt of a job for who has a session instead of a token.
@Path("/ui/jobs/{id}/receipt")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.REVIEWER})
@RunOnVirtualThread
public class ReceiptPages {
  private final SeeReceipt receipts;

  ReceiptPages(SeeReceipt receipts) {
    this.receipts = receipts;
  }

  /// The file to save.
  @GET
  public Response get(@PathParam("id") String id) {
    return receipts.answer(id);
  }
}
