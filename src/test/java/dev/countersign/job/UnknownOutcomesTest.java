package dev.countersign.job;

import static dev.countersign.job.JobFixtures.aCanceledJobWithAnUnknownOutcome;
import static dev.countersign.job.JobFixtures.aCompletedJob;
import static dev.countersign.job.JobFixtures.aJobInTheMiddleOfAnEffect;
import static dev.countersign.job.JobFixtures.aJobThatAsksTheReceiver;
import static dev.countersign.job.JobFixtures.aJobWithAnUnknownOutcome;
import static dev.countersign.job.JobFixtures.begun;
import static dev.countersign.job.JobFixtures.effect;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.said;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.settled;
import static dev.countersign.job.JobFixtures.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobEvent.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What leads out of an effect of which nobody knows whether it happened.
class UnknownOutcomesTest {
  @Test
  void an_attempt_that_a_dead_worker_left_is_asked_about_by_the_next() {
    var left = moved(aJobInTheMiddleOfAnEffect(), new JobEvent.LeaseLapsed(seconds(900)));

    var next = taken(left, seconds(901));

    assertThat(standing(next)).isEqualTo(Standing.UNKNOWN);
    assertThat(next.state()).isInstanceOf(JobState.Performing.class);
    LeasesAndFencesTest.assertRefused(
        next,
        new JobEvent.EffectBegun(seconds(902), next.fence(), effect(next)),
        Verdict.Reason.NOT_IN_THIS_STATE);
  }

  @Test
  void what_the_receiver_knows_of_is_done_and_its_reference_kept() {
    var asking = aJobThatAsksTheReceiver();
    var event =
        new JobEvent.EffectSettled(
            seconds(74), asking.fence(), effect(asking), new Finding.Happened("evt_1"));

    var verdict = (Verdict.Moved) JobMachine.apply(asking, event);

    assertThat(standing(verdict.job())).isEqualTo(Standing.DONE);
    assertThat(verdict.job().state()).isInstanceOf(JobState.Completed.class);
    assertThat(verdict.entry().facts()).containsEntry("ref", "evt_1").containsKey("key");
  }

  @Test
  void what_the_receiver_never_saw_is_tried_again_later_by_the_same_key() {
    var asking = aJobThatAsksTheReceiver();

    var again = settled(asking, new Finding.DidNot("no such key", seconds(120)));

    assertThat(standing(again)).isEqualTo(Standing.APPROVED);
    var retried = begun(taken(again, seconds(120)));
    assertThat(retried.effects().getLast().key(retried.id()))
        .isEqualTo(asking.effects().getLast().key(asking.id()));
  }

  @Test
  void nothing_else_is_begun_while_an_effect_is_unknown() {
    var unknown = aJobThatAsksTheReceiver();
    var other =
        new Effect(
            new EffectId("fx_" + "0".repeat(36)),
            "email",
            1,
            JobFixtures.DIGEST,
            Standing.APPROVED);
    var two = unknown.withEffects(List.of(unknown.effects().getFirst(), other));

    LeasesAndFencesTest.assertRefused(
        two,
        new JobEvent.EffectBegun(seconds(80), two.fence(), other.id()),
        Verdict.Reason.OUTCOME_UNKNOWN);
  }

  @Test
  void a_person_who_says_that_it_happened_ends_the_job() {
    var job = aJobWithAnUnknownOutcome();

    var after = moved(job, said(job, Became.HAPPENED));

    assertThat(after.state()).isEqualTo(new JobState.Completed(seconds(100)));
    assertThat(standing(after)).isEqualTo(Standing.DONE);
  }

  @Test
  void a_person_who_says_that_it_did_not_has_it_sent() {
    var job = aJobWithAnUnknownOutcome();

    var after = moved(job, said(job, Became.DID_NOT));

    assertThat(standing(after)).isEqualTo(Standing.APPROVED);
    assertThat(JobMachine.due(after, seconds(100))).isEqualTo(new Next.Run(seconds(100)));
  }

  @Test
  void who_said_so_is_in_the_timeline_under_their_name() {
    var job = aJobWithAnUnknownOutcome();

    var entry = ((Verdict.Moved) JobMachine.apply(job, said(job, Became.DID_NOT))).entry();

    assertThat(entry.type()).isEqualTo("outcome_said");
    assertThat(entry.facts()).containsEntry("outcome", "did_not");
    assertThat(entry.personal()).containsEntry("by", JobFixtures.REVIEWER);
  }

  @Test
  void after_a_cancel_only_the_receipt_changes() {
    var canceled = aCanceledJobWithAnUnknownOutcome();

    var after = moved(canceled, said(canceled, Became.DID_NOT));

    assertThat(receipt(canceled).unknown()).containsExactly(effect(canceled));
    assertThat(receipt(after).unknown()).isEmpty();
    assertThat(receipt(after).prevented()).containsExactly(effect(canceled));
    assertThat(receipt(after).stoppedAt()).isEqualTo(receipt(canceled).stoppedAt());
    assertThat(JobMachine.due(after, seconds(200))).isEqualTo(new Next.Nothing());
  }

  @Test
  void of_an_effect_that_is_known_nobody_has_a_say() {
    var job = aJobWithAnUnknownOutcome();
    var after = moved(job, said(job, Became.DID_NOT));
    var done = aCompletedJob();

    LeasesAndFencesTest.assertRefused(
        after, said(after, Became.DID_NOT), Verdict.Reason.NOT_IN_THIS_STATE);
    LeasesAndFencesTest.assertRefused(
        done, said(done, Became.DID_NOT), Verdict.Reason.NOT_IN_THIS_STATE);
  }

  private static Standing standing(Job job) {
    return job.effects().getLast().standing();
  }

  private static CancelReceipt receipt(Job job) {
    return ((JobState.Canceled) job.state()).receipt();
  }
}
