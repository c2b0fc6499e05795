package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Failure;
import dev.countersign.job.JobState;
import dev.countersign.job.Lease;
import dev.countersign.workflow.Retriable;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrivialJobTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void five_steps_take_seven_requests_and_one_message_from_submit_to_completed() {
    var breaking = BreakingPoint.never();
    var process = engine.start(breaking);
    var id = process.submit(TrialWorkflows.trivial());

    process.workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(breaking.requests())
        .containsExactly(
            "TransactWriteItems",
            "SendMessage",
            "UpdateItem",
            "TransactWriteItems",
            "TransactWriteItems",
            "TransactWriteItems",
            "TransactWriteItems",
            "TransactWriteItems");
    assertThat(engine.timeline(id))
        .containsExactly(
            "submitted", "step_done", "step_done", "step_done", "step_done", "step_done");
  }

  @Test
  void an_invocation_with_little_time_hands_back_and_the_next_goes_on() {
    var id = engine.submitted(TrialWorkflows.trivial());

    engine.start().with(() -> Duration.ofSeconds(40)).workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.workflows.runs())
        .isEqualTo(List.of("one#1", "two#1", "three#1", "four#1", "five#1"));
    assertThat(engine.workflows.ranAgain()).isEmpty();
  }

  @Test
  void an_invocation_without_time_begins_nothing() {
    var id = engine.submitted(TrialWorkflows.trivial());

    engine.start().with(() -> Duration.ofSeconds(5)).on(id);

    assertThat(engine.workflows.runs()).isEmpty();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Queued.class);
    assertThat(engine.job(id).progress().attempt()).isZero();
  }

  @Test
  void messages_that_come_twice_or_late_change_nothing() {
    var id = engine.submitted(TrialWorkflows.trivial());
    var message = engine.queue.receive().getFirst();
    var process = engine.start();

    for (int i = 0; i < 3; i++) process.deliver(message);

    assertThat(engine.workflows.runs()).hasSize(5);
    assertThat(engine.job(id).version()).isEqualTo(6);
  }

  @Test
  void a_failed_try_waits_durably_and_is_made_again() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace(
        "two",
        context -> {
          if (context.attempt() == 1) throw new Retriable("busy", null, Duration.ofMinutes(20));
          return StepResult.Done.with(new TrialWorkflows.Said("two", List.of()));
        });

    engine.start().workOff();
    assertThat(engine.job(id).state())
        .isEqualTo(
            new JobState.Waiting(
                JobState.Waiting.Reason.RETRY,
                engine.clock.instant(),
                engine.clock.instant().plus(Duration.ofMinutes(20))));

    engine.clock.advance(Duration.ofMinutes(22));
    var process = engine.start();
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
    assertThat(engine.workflows.runs()).startsWith("one#1", "two#1", "two#1", "three#1");
    assertThat(engine.workflows.ranAgain()).isEmpty();
  }

  @Test
  void a_step_that_overruns_is_interrupted_and_tried_again() {
    var id = engine.submitted(TrialWorkflows.hasty());

    engine.start().on(id);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Waiting.class);
    assertThat(engine.job(id).progress().runs().getFirst().fault()).startsWith("timed_out");
  }

  @Test
  void a_step_that_overruns_every_time_ends_as_timed_out() {
    var id = engine.submitted(TrialWorkflows.hasty());

    for (int i = 0; i < 20 && !(engine.job(id).state() instanceof JobState.Failed); i++) {
      engine.start().on(id);
      engine.clock.advance(Duration.ofMinutes(1));
    }

    var failure = ((JobState.Failed) engine.job(id).state()).failure();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMED_OUT);
  }

  @Test
  void a_canceled_step_is_interrupted_and_nothing_happens_afterwards() throws Exception {
    var id = engine.submitted(TrialWorkflows.trivial());
    var interrupted = new CountDownLatch(1);
    engine.workflows.replace(
        "two",
        context -> {
          try {
            engine.cancels(context.job());
            return TrialWorkflows.forever();
          } finally {
            interrupted.countDown();
          }
        });

    engine.startBeating().workOff();

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Canceled.class);
    assertThat(engine.workflows.runs()).containsExactly("one#1", "two#1");
    assertThat(engine.timeline(id)).containsExactly("submitted", "step_done", "canceled");
  }

  @Test
  void a_worker_whose_lease_was_taken_over_cannot_write() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace(
        "one",
        context -> {
          if (context.attempt() == 1) {
            engine.clock.advance(Lease.LENGTH.plusSeconds(6));
            engine.start().on(context.job());
          }
          return StepResult.Done.with(new TrialWorkflows.Said("one", List.of()));
        });

    engine.start().on(id);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.timeline(id)).hasSize(6);
    assertThat(engine.store.partition().events(id, 0))
        .filteredOn(e -> e.type().equals("step_done"))
        .first()
        .satisfies(e -> assertThat(e.facts()).containsEntry("attempt", "2"));
  }

  @Test
  void three_leases_without_a_result_are_poison() {
    var id = engine.submitted(TrialWorkflows.trivial());

    for (int i = 0; i < 3; i++) {
      engine.store.jobs().take(id, "dead/" + i, engine.clock.instant());
      engine.clock.advance(Lease.LENGTH.plusSeconds(6));
    }
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.POISON_MESSAGE));
  }

  @Test
  void a_dead_letter_fails_its_job_with_a_remedy() {
    var id = engine.submitted(TrialWorkflows.trivial());

    engine.start().giveUp.on(id);

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.POISON_MESSAGE));
  }

  @Test
  void a_lost_message_is_found_by_the_sweeper() {
    var job = engine.stored(TrialWorkflows.trivial());
    var process = engine.start();

    process.sweep.run(TimeLeft.UNLIMITED);
    assertThat(engine.queue.receive()).isEmpty();
    engine.clock.advance(Duration.ofSeconds(61));
    process.sweep.run(TimeLeft.UNLIMITED);
    process.sweep.run(TimeLeft.UNLIMITED);
    assertThat(engine.queue.receive()).hasSize(1);
    process.workOff();

    assertThat(engine.job(job.id()).state()).isInstanceOf(JobState.Completed.class);
  }

  @Test
  void a_job_fails_when_its_time_limit_passes() {
    var job = engine.stored(TrialWorkflows.trivial());

    engine.clock.advance(Duration.ofMinutes(61));
    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(engine.job(job.id()).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT));
  }

  @Test
  void a_restart_goes_on_at_once_with_what_its_dead_predecessor_held() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.queue.lose();
    engine.store.jobs().take(id, "test/dead", engine.clock.instant());
    var process = engine.start();

    process.takeOver.run();
    process.workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.timeline(id)).startsWith("submitted", "lease_lapsed", "step_done");
  }

  @Test
  void a_restart_leaves_alone_what_another_worker_holds() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.store.jobs().take(id, "other/alive", engine.clock.instant());

    engine.start().takeOver.run();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Running.class);
  }
}
