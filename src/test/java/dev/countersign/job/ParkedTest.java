package dev.countersign.job;

import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.aJobWaitingForAModel;
import static dev.countersign.job.JobFixtures.aJobWaitingToRetry;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState.Waiting;
import org.junit.jupiter.api.Test;

class ParkedTest {
  @Test
  void a_wait_is_not_a_try_however_often_it_comes() {
    var job = aJobBeingWorkedOn();
    for (int i = 1; i <= 10; i++) {
      job = moved(job, parked(job, Waiting.Reason.CAPACITY, i));
      assertThat(job.state())
          .isEqualTo(new Waiting(Waiting.Reason.CAPACITY, seconds(i * 10L), seconds(i * 10L + 5)));
      assertThat(job.progress().attempt()).isZero();
      job = taken(job, seconds(i * 10L + 5));
    }

    assertThat(job.progress().attempt()).isEqualTo(1);
    assertThat(job.progress().leases()).isEqualTo(1);
  }

  @Test
  void a_wait_is_in_the_story_with_its_reason_and_end() {
    var job = aJobBeingWorkedOn();

    var entry =
        ((Verdict.Moved) JobMachine.apply(job, parked(job, Waiting.Reason.MODEL, 1))).entry();

    assertThat(entry.type()).isEqualTo("step_parked");
    assertThat(entry.facts())
        .containsEntry("for", "model")
        .containsEntry("until", seconds(15).toString());
  }

  @Test
  void a_job_that_waits_for_a_model_is_left_alone_until_its_time_is_up() {
    var waiting = aJobWaitingForAModel();

    assertThat(JobMachine.due(waiting, seconds(4))).isEqualTo(new Next.Run(seconds(1203)));
    assertThat(JobMachine.wakeAt(waiting, seconds(4))).contains(seconds(1263));
  }

  @Test
  void an_answer_sets_it_going_at_once_and_a_second_one_changes_nothing() {
    var answered = new JobEvent.ModelAnswered(seconds(300), "read", "resp_1");

    var job = moved(aJobWaitingForAModel(), answered);

    assertThat(job.state()).isEqualTo(new JobState.Queued(seconds(300)));
    assertThat(JobMachine.apply(job, answered)).isInstanceOf(Verdict.Ignored.class);
    assertThat(JobMachine.apply(taken(job, seconds(301)), answered))
        .isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void an_answer_ends_no_other_wait() {
    var other = new JobEvent.ModelAnswered(seconds(10), "draft", "resp_1");
    var same = new JobEvent.ModelAnswered(seconds(10), "read", "resp_1");

    assertThat(JobMachine.apply(aJobWaitingForAModel(), other)).isInstanceOf(Verdict.Ignored.class);
    assertThat(JobMachine.apply(aJobWaitingToRetry(), same)).isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void a_worker_that_lost_the_job_parks_nothing() {
    var job = aJobBeingWorkedOn();
    var late =
        new JobEvent.StepParked(
            seconds(9), job.fence() - 1, "read", Waiting.Reason.MODEL, seconds(10));

    LeasesAndFencesTest.assertRefused(job, late, Verdict.Reason.STALE_FENCE);
  }

  private static JobEvent parked(Job job, Waiting.Reason reason, int round) {
    return new JobEvent.StepParked(
        seconds(round * 10L), job.fence(), "read", reason, seconds(round * 10L + 5));
  }
}
