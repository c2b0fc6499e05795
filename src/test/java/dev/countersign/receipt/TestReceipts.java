package dev.countersign.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.approval.KeyRing;
import dev.countersign.job.Job;
import dev.countersign.receipt.IssueReceipt.Issued;
import dev.countersign.store.StoredForms;
import dev.countersign.store.TestStore;
import java.time.InstantSource;
import java.util.TreeMap;

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

  /// As they were issued when a section was not there yet.
  public byte[] before(String section, Job job) {
    var sections = new TreeMap<>(assemble().of(job, true));
    sections.remove(section);
    return sign().sign(job, sections);
  }

  private AssembleReceipt assemble() {
    return new AssembleReceipt(
        store.partition(),
        store.artifacts(),
        store.calls(),
        store.tools(),
        new FindCitations(store.artifacts()),
        new StoredForms());
  }

  private SignReceipt sign() {
    return new SignReceipt(new ReceiptKeys(keys), clock);
  }

  private byte[] of(Job job, boolean content) {
    return switch (new IssueReceipt(assemble(), sign(), store.objects()).issue(job, content)) {
      case Issued.Here(var file) -> file;
      case Issued.There(var address) -> throw new AssertionError("too large, it is at " + address);
    };
  }
}
