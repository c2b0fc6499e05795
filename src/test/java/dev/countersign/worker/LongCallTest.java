package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.model.openai.Play;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.WireTrial.Lane;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// An answer that takes twenty minutes, over HTTP: what it says, and what becomes of it when its
/// job is canceled. Who is first to bring it: [LongRaceTest].
class LongCallTest {
  private static final BigDecimal COST = new BigDecimal("0.0102");

  @Test
  void the_webhook_sets_it_going_at_once_and_the_answer_is_stored_once() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);

      assertThat(trial.told(trial.response())).isEqualTo(204);
      trial.works();

      assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
      assertThat(trial.questions()).isOne();
      var call = trial.calls().getFirst();
      assertThat(call.standing()).isEqualTo(Standing.DONE);
      assertThat(call.model()).isEqualTo("large");
      assertThat(call.response()).isEqualTo(trial.response());
      assertThat(trial.engine.timeline(trial.job()))
          .startsWith("submitted", "step_parked", "model_answered");
      assertThat(trial.now().progress().runs().getFirst().attempts()).isOne();
    }
  }

  @Test
  void a_webhook_that_comes_while_the_job_is_worked_on_is_not_lost() throws IOException {
    try (var trial = WireTrial.taking(Duration.ZERO)) {
      trial.engine.workflows.replace("one", context -> hearingMeanwhile(trial, context));

      var process = trial.engine.start().workOff();
      assertThat(trial.state()).isInstanceOf(JobState.Waiting.class);
      assertThat(trial.engine.queue.delayed()).as("the word that comes again").isOne();
      process.hears(trial.response(), 1);

      assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
      assertThat(trial.questions()).isOne();
    }
  }

  @Test
  void a_canceled_job_cancels_at_the_provider_at_once() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.cancels(trial.job());

      trial.works();

      assertCanceledOnce(trial);
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  @Test
  void a_cancel_whose_message_was_lost_reaches_the_provider_by_the_sweeper() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.cancels(trial.job());
      trial.engine.queue.lose();
      var process = trial.engine.start();

      trial.passes(process, Duration.ofMinutes(2));

      assertThat(process.invocations()).isZero();
      assertCanceledOnce(trial);
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  @Test
  void what_was_done_before_the_cancel_came_is_paid_for() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      trial.engine.cancels(trial.job());

      trial.works();

      assertThat(trial.cancels()).isOne();
      assertThat(trial.server.status(trial.response())).isEqualTo("completed");
      assertPaid(trial, COST);
    }
  }

  @Test
  void a_provider_without_background_is_asked_while_the_worker_waits() throws IOException {
    try (var trial = WireTrial.of(Lane.AT_LENGTH, Play.errors(404, "")).works()) {
      assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
      assertThat(trial.server.created()).isEmpty();
      assertThat(trial.calls().getFirst().standing()).isEqualTo(Standing.DONE);
      assertPaid(trial, COST);
    }
  }

  /// Its worker has just made the response, and has not let go of the job.
  private static StepResult hearingMeanwhile(WireTrial trial, StepContext context) {
    try {
      return StepResult.Done.with(context.models().askAtLength(WireTrial.TASK).value());
    } finally {
      if (trial.looks() == 0)
        trial.engine.start().work.answered(trial.response(), TimeLeft.UNLIMITED);
    }
  }

  private static void assertCanceledOnce(WireTrial trial) {
    assertThat(trial.cancels()).isOne();
    assertThat(trial.server.status(trial.response())).isEqualTo("cancelled");
    assertThat(trial.calls().getFirst().standing()).isEqualTo(Standing.CANCELED);
  }

  private static void assertPaid(WireTrial trial, BigDecimal spent) {
    assertThat(trial.money().spent()).isEqualByComparingTo(spent);
    assertThat(trial.money().held()).isZero();
  }
}
