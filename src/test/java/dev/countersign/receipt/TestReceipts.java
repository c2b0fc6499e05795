package dev.countersign.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.approval.KeyRing;
import dev.countersign.job.Job;
import dev.countersign.receipt.IssueReceipt.Issued;
import dev.countersign.store.StoredForms;
import dev.countersign.store.TestStore;
import java.time.InstantSource;

/// Receipts as the API issues them, with keys that a test chooses.
public record TestReceipts(TestStore store, KeyRing keys, InstantSource clock) {
  public byte[] of(Job job) {
    return of(job, true);
  }

  public byte[] withoutContent(Job job) {
    return of(job, false);
  }

  /// As they are served.
  public String published() {
    try {
      return new ObjectMapper().writeValueAsString(new ReceiptKeys(keys).published());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] of(Job job, boolean content) {
    var citations = new FindCitations(store.artifacts());
    var assemble =
        new AssembleReceipt(
            store.partition(),
            store.artifacts(),
            store.calls(),
            store.tools(),
            citations,
            new StoredForms());
    var sign = new SignReceipt(new ReceiptKeys(keys), clock);
    return switch (new IssueReceipt(assemble, sign, store.objects()).issue(job, content)) {
      case Issued.Here(var file) -> file;
      case Issued.There(var address) -> throw new AssertionError("too large, it is at " + address);
    };
  }
}
