package dev.countersign.job;

import static dev.countersign.job.JobFixtures.WORKER;
import static dev.countersign.job.JobFixtures.aJobBeingDelivered;
import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.aJobInTheMiddleOfAnEffect;
import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static dev.countersign.job.JobFixtures.aJobThatKillsItsWorkers;
import static dev.countersign.job.JobFixtures.aJobWaitingToRetry;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.stepDone;
import static dev.countersign.job.JobFixtures.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasesAndFencesTest {
  @Test
  void a_held_job_is_not_taken_by_another_worker() {
    var held = aJobBeingWorkedOn();

    assertRefused(held, new JobEvent.Taken(seconds(2), "worker-2"), Verdict.Reason.HELD_BY_ANOTHER);
  }

  @Test
  void a_lease_lapses_only_five_seconds_after_its_end_because_clocks_differ() {
    var held = aJobBeingWorkedOn();
    var end = leaseOf(held).until();

    assertRefused(
        held, new JobEvent.Taken(end.plusSeconds(5), "worker-2"), Verdict.Reason.HELD_BY_ANOTHER);
    assertThat(apply(held, new JobEvent.Taken(end.plusMillis(5001), "worker-2")))
        .isInstanceOf(Verdict.Held.class);
  }

  @Test
  void a_worker_whose_lease_has_passed_on_cannot_write() {
    var slow = aJobBeingWorkedOn();
    var passedOn = taken(slow, seconds(100));

    for (var event : eventsOfAWorker(slow.fence()))
      assertRefused(passedOn, event, Verdict.Reason.STALE_FENCE);
  }

  @Test
  void a_cancel_takes_the_pen_from_the_worker() {
    var worked = aJobBeingWorkedOn();
    var canceled = moved(worked, new JobEvent.CancelAsked(seconds(2), JobFixtures.OWNER));

    for (var event : eventsOfAWorker(worked.fence()))
      assertRefused(canceled, event, Verdict.Reason.STALE_FENCE);
  }

  @Test
  void a_job_that_waits_is_not_taken_too_early() {
    var waiting = aJobWaitingToRetry();

    assertRefused(waiting, new JobEvent.Taken(seconds(32), WORKER), Verdict.Reason.TOO_EARLY);
    assertThat(apply(waiting, new JobEvent.Taken(seconds(33), WORKER)))
        .isInstanceOf(Verdict.Held.class);
  }

  @Test
  void three_leases_without_a_commit_make_it_poison() {
    var killing = aJobThatKillsItsWorkers();

    assertRefused(killing, new JobEvent.Taken(seconds(900), WORKER), Verdict.Reason.POISON);
    var failed = (JobState.Failed) moved(killing, new JobEvent.LeaseLapsed(seconds(900))).state();
    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.POISON_MESSAGE);
  }

  @Test
  void a_lapse_that_is_recorded_does_not_forgive_the_lease() {
    var twice = taken(aJobBeingWorkedOn(), seconds(100));

    var queued = moved(twice, new JobEvent.LeaseLapsed(seconds(200)));

    assertThat(queued.progress().leases()).isEqualTo(2);
    assertThat(queued.fence()).isEqualTo(twice.fence() + 1);
  }

  @Test
  void a_stored_step_forgives_the_leases() {
    var twice = taken(aJobBeingWorkedOn(), seconds(100));

    assertThat(stepDone(twice, "read", seconds(101)).progress().leases()).isEqualTo(1);
  }

  @Test
  void a_worker_that_hands_back_has_not_used_up_a_try() {
    var worked = aJobBeingWorkedOn();

    var back = moved(worked, new JobEvent.HandedBack(seconds(2), worked.fence()));

    assertThat(back.state()).isEqualTo(new JobState.Queued(seconds(2)));
    assertThat(back.progress().attempt()).isZero();
    assertThat(back.progress().leases()).isZero();
  }

  @Test
  void a_job_left_in_the_middle_of_an_effect_is_not_taken_over() {
    var left = aJobInTheMiddleOfAnEffect();

    assertRefused(left, new JobEvent.Taken(seconds(900), WORKER), Verdict.Reason.OUTCOME_UNKNOWN);
    assertThat(JobMachine.due(left, seconds(900)))
        .isEqualTo(new Next.Apply(new JobEvent.LeaseLapsed(seconds(900))));
  }

  @Test
  void a_job_left_before_its_effect_is_taken_over() {
    var left = aJobBeingDelivered();

    assertThat(apply(left, new JobEvent.Taken(seconds(900), WORKER)))
        .isInstanceOf(Verdict.Held.class);
  }

  @Test
  void a_message_that_comes_twice_takes_nothing_twice() {
    var done = aJobJustSubmitted();
    var canceled = moved(done, new JobEvent.CancelAsked(seconds(1), JobFixtures.OWNER));

    assertThat(apply(canceled, new JobEvent.Taken(seconds(2), WORKER)))
        .isInstanceOf(Verdict.Ignored.class);
  }

  private static List<JobEvent> eventsOfAWorker(long fence) {
    var at = seconds(101);
    return List.of(
        new JobEvent.StepDone(at, fence, "read", "c", false),
        new JobEvent.StepRetriable(at, fence, "read", "away", at),
        new JobEvent.StepFatal(at, fence, JobFixtures.badInput()),
        new JobEvent.HandedBack(at, fence),
        JobFixtures.proposal(aJobJustSubmitted(), at));
  }

  static void assertRefused(Job job, JobEvent event, Verdict.Reason reason) {
    assertThat(apply(job, event))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Verdict apply(Job job, JobEvent event) {
    return JobMachine.apply(job, event);
  }

  private static Lease leaseOf(Job job) {
    return Taking.leaseOf(job.state()).orElse(new Lease("", Instant.MIN, Instant.MIN));
  }
}
