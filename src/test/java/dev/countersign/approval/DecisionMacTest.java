package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Brief;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionMacTest {
  private static final JobId JOB = new JobId("job_0195a1f0-0000-7000-8000-000000000001");
  private static final JobId OTHER = new JobId("job_0195a1f0-0000-7000-8000-000000000009");
  private static final ApprovalId APPROVAL =
      new ApprovalId("apr_0195a1f0-0000-7000-8000-000000000002");
  private static final Decider REVIEWER =
      new Decider("reviewer@local.example", Set.of("b", "a"), Decider.How.SIGNED_IN);
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");

  private static final String DIGEST = "7f".repeat(32);
  private static final ReviewTerms TERMS =
      ReviewTerms.by(List.of("reviewer@local.example", "second@local.example")).approvals(2);
  private static final Gate GATE = gate(TERMS);

  private final DecisionMac macs = new DecisionMac(TestKeys.only(TestKeys.OLD));

  @Test
  void a_sealed_decision_is_genuine() {
    assertThat(macs.genuine(JOB, GATE, macs.seal(JOB, GATE, said(new Say.Approve(), "")))).isTrue();
  }

  @Test
  void a_decision_does_not_count_for_another_job() {
    assertThat(macs.genuine(OTHER, GATE, macs.seal(JOB, GATE, said(new Say.Approve(), ""))))
        .isFalse();
  }

  @Test
  void a_no_cannot_be_turned_into_a_yes() {
    var no = macs.seal(JOB, GATE, said(new Say.Reject("too dear"), ""));

    assertThat(macs.genuine(JOB, GATE, said(new Say.Approve(), no.mac()))).isFalse();
  }

  @Test
  void a_seal_that_is_missing_or_damaged_does_not_count() {
    for (var mac : List.of("", "old", "old:", "old:zz", "other:00"))
      assertThat(macs.genuine(JOB, GATE, said(new Say.Approve(), mac))).as(mac).isFalse();
  }

  @Test
  void the_order_of_roles_does_not_matter() {
    var sealed = macs.seal(JOB, GATE, said(new Say.Approve(), ""));
    var same =
        new Decision(
            APPROVAL,
            sealed.digest(),
            sealed.display(),
            sealed.say(),
            new Decider("reviewer@local.example", Set.of("a", "b"), Decider.How.SIGNED_IN),
            AT,
            sealed.mac());

    assertThat(macs.genuine(JOB, GATE, same)).isTrue();
  }

  @Test
  void it_is_bound_to_the_page_that_was_shown() {
    var sealed = macs.seal(JOB, GATE, said(new Say.Approve(), ""));
    var other =
        new Decision(
            APPROVAL, DIGEST, "e3".repeat(32), new Say.Approve(), REVIEWER, AT, sealed.mac());

    assertThat(macs.genuine(JOB, GATE, other)).isFalse();
  }

  @Test
  void a_quorum_cannot_be_lowered_after_the_fact() {
    var sealed = macs.seal(JOB, GATE, said(new Say.Approve(), ""));

    assertThat(macs.genuine(JOB, gate(TERMS.approvals(1)), sealed)).isFalse();
  }

  /// Sealed before terms and pages were in it; such jobs may still wait for their worker.
  @Test
  void a_decision_of_the_form_before_is_still_genuine() {
    var before =
        new Decision(
            APPROVAL,
            DIGEST,
            null,
            new Say.Approve(),
            REVIEWER,
            AT,
            "old:a4eeec48931fda4ab65a990a450e684bbb07440c8651507fa49b9ebbf266ca5e");

    assertThat(macs.genuine(JOB, GATE, before)).isTrue();
  }

  @Test
  void all_that_can_be_said_is_sealed_apart() {
    var macs =
        Stream.of(
                new Say.Approve(),
                new Say.Reject("x"),
                new Say.RequestChanges("x"),
                new Say.Delegate("x"),
                new Say.Edit(List.of(new Change(0, "x", null))),
                new Say.Edit(List.of(new Change(0, null, "x"))))
            .map(say -> this.macs.seal(JOB, GATE, said(say, "")).mac());

    assertThat(macs).doesNotHaveDuplicates();
  }

  private static Gate gate(ReviewTerms terms) {
    return Gate.asking(APPROVAL, 1, DIGEST, Brief.UNKNOWN, terms, AT);
  }

  private static Decision said(Say say, String mac) {
    return new Decision(APPROVAL, DIGEST, "d2".repeat(32), say, REVIEWER, AT, mac);
  }
}
