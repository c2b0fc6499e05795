package dev.countersign.approval;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Brief;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import dev.countersign.store.Priming;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// Signs and reads a link and a decision with a key that counts nowhere.
@Singleton
class PrimeSigning implements Priming {
  private static final JobId JOB = new JobId("job_0195a1f0-0000-7000-8000-000000000000");
  private static final ApprovalId APPROVAL =
      new ApprovalId("apr_0195a1f0-0000-7000-8000-000000000000");

  @Override
  public void prime() {
    var never = "this key signs nothing that is used".getBytes(US_ASCII);
    var key = List.of("none:" + Base64.getEncoder().encodeToString(never));
    var keys = new ConfiguredKeys(key, key);
    var digest = ProposalDigest.sha256(never);
    var links =
        new ReviewLinks(keys, URI.create("https://localhost"), InstantSource.fixed(Instant.EPOCH));
    links.read(links.sign(new ReviewLink(JOB, APPROVAL, 1, digest, "nobody", Instant.EPOCH)));
    var nobody = new Decider("nobody", Set.of(), Decider.How.BY_LINK);
    var said =
        new Decision(APPROVAL, digest, null, new Decision.Say.Approve(), nobody, Instant.EPOCH, "");
    var terms = ReviewTerms.by(List.of("nobody"));
    var gate = Gate.asking(APPROVAL, 1, digest, Brief.UNKNOWN, terms, Instant.EPOCH);
    var macs = new DecisionMac(keys);
    macs.genuine(JOB, gate, macs.seal(JOB, gate, said));
  }
}
