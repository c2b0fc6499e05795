package dev.countersign.approval;

import dev.countersign.job.WorkQueue;
import dev.countersign.store.TestStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/// The gate's seals and links with keys for tests.
public final class TestApproval {
  private TestApproval() {}

  public static DecisionMac macs() {
    return new DecisionMac(TestKeys.only(TestKeys.NEW));
  }

  /// Keys before a rotation, and after it: then the old one only verifies.
  public static KeyRing keys(boolean rotated) {
    return rotated
        ? new ConfiguredKeys(
            List.of(TestKeys.NEW, TestKeys.OLD), List.of(TestKeys.NEW, TestKeys.OLD))
        : TestKeys.only(TestKeys.OLD);
  }

  /// Keys of another deployment.
  public static KeyRing otherKeys() {
    return TestKeys.only(TestKeys.NEW);
  }

  public static ReviewLinks links(InstantSource clock) {
    return new ReviewLinks(TestKeys.only(TestKeys.NEW), URI.create("http://localhost:8080"), clock);
  }

  /// The use case as production wires it.
  public static DecideApproval decide(TestStore store, WorkQueue queue, InstantSource clock) {
    var verify = new VerifyProposal(store.partition(), store.artifacts(), store.objects());
    return new DecideApproval(store.jobs(), verify, queue, macs(), clock);
  }
}
