package dev.countersign.approval;

import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The seal on a decision: HMAC-SHA256 over the canonical JSON of all that it says and of the job
/// it is for. Whoever can write the table but has no key cannot make up or move a decision.
@ApplicationScoped
public class DecisionMac {
  private final KeyRing keys;

  public DecisionMac(KeyRing keys) {
    this.keys = keys;
  }

  /// The same decision with its seal, `KEYID:HEX`.
  public Decision seal(JobId job, Decision decision) {
    var key = keys.signing(KeyRing.Use.DECISIONS);
    var mac = key.id() + ":" + HexFormat.of().formatHex(mac(key.secret(), job, decision));
    return new Decision(
        decision.approval(), decision.digest(), decision.say(), decision.by(), decision.at(), mac);
  }

  /// Whether this very decision was sealed for this job with one of our keys.
  public boolean genuine(JobId job, Decision decision) {
    int colon = decision.mac().indexOf(':');
    if (colon < 0) return false;
    return keys.find(KeyRing.Use.DECISIONS, decision.mac().substring(0, colon))
        .map(key -> HexFormat.of().formatHex(mac(key, job, decision)))
        .filter(hex -> same(hex, decision.mac().substring(colon + 1)))
        .isPresent();
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(SecretKeySpec key, JobId job, Decision decision) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(ProposalDigest.canonical(fields(job, decision)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static List<Object> fields(JobId job, Decision decision) {
    var said =
        switch (decision.say()) {
          case Say.Approve _ -> List.of("approve", "");
          case Say.Reject reject -> List.of("reject", reject.reason());
          case Say.RequestChanges changes -> List.of("request_changes", changes.comment());
        };
    return List.of(
        job.value(),
        decision.approval().value(),
        decision.digest(),
        said,
        decision.by().address(),
        decision.by().roles().stream().sorted().toList(),
        decision.by().how().name(),
        decision.at().toString());
  }
}
