package dev.countersign.approval;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The seal on a decision: HMAC-SHA256 over the canonical JSON of all that it says and of the job
/// it is for. Whoever can write the table but has no key cannot make up or move a decision.
@ApplicationScoped
public class DecisionMac implements ApprovedAction.Seals {
  private static final String FORM_2 = ":2:";

  private final KeyRing keys;

  public DecisionMac(KeyRing keys) {
    this.keys = keys;
  }

  /// The same decision with its seal, `KEYID:2:HEX`.
  public Decision seal(JobId job, Gate gate, Decision decision) {
    var key = keys.signing(KeyRing.Use.DECISIONS);
    return decision.sealed(key.id() + FORM_2 + mac(key.secret(), sealed(job, gate, decision)));
  }

  /// Whether this very decision was sealed for this job, under these terms, with one of our keys.
  @Override
  public boolean genuine(JobId job, Gate gate, Decision decision) {
    int colon = decision.mac().indexOf(':');
    if (colon < 0) return false;
    boolean now = decision.mac().startsWith(FORM_2, colon);
    var fields = now ? sealed(job, gate, decision) : sealedBefore(job, decision);
    var hex = decision.mac().substring(colon + (now ? FORM_2.length() : 1));
    return keys.find(KeyRing.Use.DECISIONS, decision.mac().substring(0, colon))
        .filter(key -> same(mac(key, fields), hex))
        .isPresent();
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static String mac(SecretKeySpec key, List<Object> fields) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(ProposalDigest.canonical(fields)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /// The terms are in it, so that a quorum cannot be lowered after the fact.
  private static List<Object> sealed(JobId job, Gate gate, Decision decision) {
    var fields = new ArrayList<>(sealedBefore(job, decision));
    fields.add(Objects.requireNonNullElse(decision.display(), ""));
    fields.add(gate.revision());
    fields.add(gate.expiresAt().toString());
    fields.add(terms(gate.terms()));
    return fields;
  }

  private static List<Object> terms(ReviewTerms terms) {
    return List.of(
        terms.deciders(),
        terms.quorum(),
        terms.inOrder(),
        terms.submitterMay(),
        terms.signIn().name(),
        terms.escalations().stream()
            .map(step -> List.of(step.after().toString(), step.to()))
            .toList(),
        terms.delegates());
  }

  /// As decisions were sealed before terms and pages were.
  private static List<Object> sealedBefore(JobId job, Decision decision) {
    return List.of(
        job.value(),
        decision.approval().value(),
        decision.digest(),
        said(decision.say()),
        decision.by().address(),
        decision.by().roles().stream().sorted().toList(),
        decision.by().how().name(),
        decision.at().toString());
  }

  private static List<Object> said(Say say) {
    return switch (say) {
      case Say.Approve _ -> List.of("approve", "");
      case Say.Reject reject -> List.of("reject", reject.reason());
      case Say.RequestChanges changes -> List.of("request_changes", changes.comment());
      case Say.Edit edit ->
          List.of("edit", edit.changes().stream().map(DecisionMac::said).toList());
      case Say.Delegate delegate -> List.of("delegate", delegate.to());
    };
  }

  private static List<Object> said(Change change) {
    return List.of(
        change.action(),
        Optional.ofNullable(change.subject()).map(List::of).orElse(List.of()),
        Optional.ofNullable(change.text()).map(List::of).orElse(List.of()));
  }
}
