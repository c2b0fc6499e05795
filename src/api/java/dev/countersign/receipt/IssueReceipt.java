package dev.countersign.receipt;

import dev.countersign.job.Job;
import dev.countersign.store.S3Objects;
import dev.countersign.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;

/// Gives out a job's receipt as it is now: in the answer, or by way of the bucket when it is too
/// large for one. Changes nothing of the job.
@ApplicationScoped
public class IssueReceipt {
  public static final String MEDIA_TYPE = "application/json";

  /// A function answers with 6 MB in which each quotation mark counts twice.
  static final int MOST_IN_AN_ANSWER = 5 * 512 * 1024;

  private static final Duration LINK_LIVES = Duration.ofMinutes(5);

  private final AssembleReceipt assemble;
  private final SignReceipt sign;
  private final S3Objects objects;

  IssueReceipt(AssembleReceipt assemble, SignReceipt sign, S3Objects objects) {
    this.assemble = assemble;
    this.sign = sign;
    this.objects = objects;
  }

  /// The receipt, or where it is.
  @SuppressWarnings("ArrayRecordComponent")
  public sealed interface Issued {
    record Here(byte[] file) implements Issued {}

    record There(URI address) implements Issued {}
  }

  /// @param content whether also what was submitted, quoted, written and proposed
  public Issued issue(Job job, boolean content) {
    var file = sign.sign(job, assemble.of(job, content));
    if (file.length <= MOST_IN_AN_ANSWER) return new Issued.Here(file);
    var key = "jobs/%s/receipts/%s.json".formatted(job.id(), content ? "whole" : "without-content");
    objects.put(key, file, MEDIA_TYPE, Sha256.hex(file));
    return new Issued.There(objects.presignGet(key, name(job), MEDIA_TYPE, LINK_LIVES));
  }

  /// What the file is called where it is saved.
  public static String name(Job job) {
    return "receipt-" + job.id() + ".json";
  }
}
