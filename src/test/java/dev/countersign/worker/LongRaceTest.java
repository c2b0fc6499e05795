package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting.Reason;
import dev.countersign.model.openai.Webhook;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.WireTrial.Lane;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// A response of twenty minutes, over HTTP: nobody works meanwhile, and of webhooks and looks, in
/// whichever order, one sets the job going.
class LongRaceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void nobody_works_on_the_job_before_its_webhook_and_looks_grow_rare() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      var process = trial.engine.start();

      for (int minute = 0; minute < 20; minute++) {
        assertThat(trial.waiting().reason()).isEqualTo(Reason.MODEL);
        trial.passes(process, MINUTE);
      }

      assertThat(process.invocations()).isZero();
      assertThat(trial.looks()).isEqualTo(5);
      assertThat(trial.told(trial.response())).isEqualTo(204);
      process.workOff();
      assertThat(process.invocations()).as("the webhook's, which does the rest").isOne();
      assertResumedOnce(trial);
    }
  }

  @Test
  void a_webhook_that_is_lost_is_made_up_for_by_a_look() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      var process = trial.engine.start();

      for (int minute = 0; minute < 31 && process.invocations() == 0; minute++)
        trial.passes(process, MINUTE);

      assertThat(process.invocations()).as("after the look that found it").isOne();
      assertThat(trial.engine.clock.instant())
          .isAfterOrEqualTo(trial.calls().getFirst().startedAt().plus(WireTrial.TWENTY_MINUTES));
      assertResumedOnce(trial);
    }
  }

  @RepeatedTest(4)
  void a_webhook_and_a_look_at_the_same_moment_resume_it_once() throws Exception {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works();
        var threads = Executors.newFixedThreadPool(2)) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      assertThat(trial.told(trial.response())).isEqualTo(204);
      var hears = trial.engine.start();
      var looks = trial.engine.start();
      var both = new CyclicBarrier(2);

      var heard =
          threads.submit(() -> {
            both.await();
            return hears.workOff();
          });
      var looked =
          threads.submit(() -> {
            both.await();
            return looks.sweep.run(TimeLeft.UNLIMITED);
          });
      heard.get();
      looked.get();
      looks.workOff();

      assertResumedOnce(trial);
    }
  }

  @Test
  void after_a_look_a_webhook_that_comes_twice_changes_nothing() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      trial.engine.start().sweep.run(TimeLeft.UNLIMITED);

      for (int i = 0; i < 2; i++) assertThat(trial.told(trial.response())).isEqualTo(204);
      trial.works();

      assertResumedOnce(trial);
    }
  }

  @Test
  void a_webhook_that_is_forged_or_replayed_is_not_heard() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      var now = trial.engine.clock.instant();
      var good = trial.server.webhook(trial.response(), now);
      var looks = trial.looks();

      assertThat(trial.told(new Webhook(good.headers(), good.body() + " "))).isEqualTo(401);
      assertThat(trial.told(trial.server.webhook(trial.response(), now.minusSeconds(301))))
          .isEqualTo(401);
      var process = trial.engine.start().workOff();

      assertThat(process.invocations()).isZero();
      assertThat(trial.looks()).isEqualTo(looks);
      assertThat(trial.calls().getFirst().standing()).isEqualTo(Standing.WAITING);
    }
  }

  private static void assertResumedOnce(WireTrial trial) {
    assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
    assertThat(Collections.frequency(trial.engine.timeline(trial.job()), "model_answered")).isOne();
    assertThat(trial.engine.workflows.runs()).filteredOn(r -> r.startsWith("one")).hasSize(2);
    assertThat(trial.questions()).isOne();
    assertThat(trial.calls()).hasSize(1);
    assertThat(trial.money().spent()).isEqualByComparingTo("0.0102");
    assertThat(trial.money().held()).isZero();
  }
}
