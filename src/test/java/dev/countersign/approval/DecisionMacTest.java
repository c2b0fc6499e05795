package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionMacTest {
  private static final JobId JOB = new JobId("job_0195a1f0-0000-7000-8000-000000000001");
  private static final JobId OTHER = new JobId("job_0195a1f0-0000-7000-8000-000000000009");
  private static final ApprovalId APPROVAL =
      new ApprovalId("apr_0195a1f0-0000-7000-8000-000000000002");
  private static final Decider REVIEWER =
      new Decider("reviewer@local.example", Set.of("b", "a"), Decider.How.SIGNED_IN);
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");

  private final DecisionMac macs = new DecisionMac(TestKeys.only(TestKeys.OLD));

  @Test
  void a_sealed_decision_is_genuine() {
    assertThat(macs.genuine(JOB, macs.seal(JOB, said(new Say.Approve(), "")))).isTrue();
  }

  @Test
  void a_decision_does_not_count_for_another_job() {
    assertThat(macs.genuine(OTHER, macs.seal(JOB, said(new Say.Approve(), "")))).isFalse();
  }

  @Test
  void a_no_cannot_be_turned_into_a_yes() {
    var no = macs.seal(JOB, said(new Say.Reject("too dear"), ""));

    assertThat(macs.genuine(JOB, said(new Say.Approve(), no.mac()))).isFalse();
  }

  @Test
  void a_seal_that_is_missing_or_damaged_does_not_count() {
    for (var mac : List.of("", "old", "old:", "old:zz", "other:00"))
      assertThat(macs.genuine(JOB, said(new Say.Approve(), mac))).as(mac).isFalse();
  }

  @Test
  void the_order_of_roles_does_not_matter() {
    var sealed = macs.seal(JOB, said(new Say.Approve(), ""));
    var same =
        new Decision(
            APPROVAL,
            sealed.digest(),
            sealed.say(),
            new Decider("reviewer@local.example", Set.of("a", "b"), Decider.How.SIGNED_IN),
            AT,
            sealed.mac());

    assertThat(macs.genuine(JOB, same)).isTrue();
  }

  private static Decision said(Say say, String mac) {
    return new Decision(APPROVAL, "7f".repeat(32), say, REVIEWER, AT, mac);
  }
}
