package dev.countersign.http;

import dev.countersign.receipt.IssueReceipt;
import dev.countersign.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/// A job's signed receipt, which anyone can check later without this service.
@Path("/jobs/{id}/receipt")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.REVIEWER, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(IssueReceipt.MEDIA_TYPE)
public class ReceiptResource {
  private final SeeReceipt receipts;

  ReceiptResource(SeeReceipt receipts) {
    this.receipts = receipts;
  }

  /// The receipt as the job is now, or 303 to it when it is large.
  @GET
  public Response receipt(@PathParam("id") String id) {
    return receipts.answer(id);
  }
}
