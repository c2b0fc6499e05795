package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.model.ProviderFault;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An answer that takes twenty minutes, by a clock that the test moves.
class LongCallTest {
  private static final Duration TAKES = Duration.ofMinutes(20);
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void nobody_works_on_the_job_while_the_answer_is_on_its_way() {
    var id = asking();
    var process = engine.start().workOff();
    int before = process.invocations();

    minutes(process, 19);

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Waiting.class,
            w -> assertThat(w.reason()).isEqualTo(JobState.Waiting.Reason.MODEL));
    assertThat(process.invocations()).isEqualTo(before);
    assertThat(engine.models.retrieved()).as("looks, less and less often").isEqualTo(5);
    assertThat(only(id).standing()).isEqualTo(Standing.WAITING);
    assertThat(only(id).response()).isEqualTo("resp_1");
  }

  @Test
  void the_webhook_sets_it_going_at_once_and_the_answer_is_stored_once() {
    var id = asking();
    var process = engine.start().workOff();
    engine.clock.advance(TAKES);

    process.hears("resp_1", 1);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.asked()).hasSize(1);
    assertThat(only(id).standing()).isEqualTo(Standing.DONE);
    assertThat(only(id).model()).isEqualTo("large");
    assertThat(engine.timeline(id)).startsWith("submitted", "step_parked", "model_answered");
    assertThat(engine.job(id).progress().runs().getFirst().attempts()).isEqualTo(1);
  }

  @Test
  void a_lost_webhook_is_made_up_for_by_the_sweeper() {
    var id = asking();
    var process = engine.start().workOff();

    minutes(process, 40);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.asked()).hasSize(1);
  }

  @Test
  void of_webhooks_and_looks_that_come_together_one_resumes_the_job() {
    var id = asking();
    var process = engine.start().workOff();
    engine.clock.advance(TAKES.plusMinutes(5));

    process.sweep.run(TimeLeft.UNLIMITED);
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    process.hears("resp_1", 3);
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(Collections.frequency(engine.timeline(id), "model_answered")).isEqualTo(1);
    assertThat(engine.workflows.runs()).filteredOn(r -> r.startsWith("one")).hasSize(2);
    assertThat(engine.models.asked()).hasSize(1);
  }

  @Test
  void a_webhook_that_comes_while_the_job_is_worked_on_is_not_lost() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.models.taking(Duration.ZERO);
    engine.workflows.replace(
        "one",
        context -> {
          try {
            return asked(context);
          } finally {
            if (engine.models.retrieved() == 0)
              engine.start().work.answered("resp_1", TimeLeft.UNLIMITED);
          }
        });

    var process = engine.start().workOff();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Waiting.class);
    assertThat(engine.queue.delayed()).as("the word that comes again").isEqualTo(1);
    process.hears("resp_1", 1);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
  }

  @Test
  void a_canceled_job_cancels_at_the_provider_at_once() {
    var id = asking();
    var process = engine.start().workOff();

    engine.cancels(id);
    process.workOff();

    assertThat(engine.models.canceled()).containsExactly("resp_1");
    assertThat(only(id).standing()).isEqualTo(Standing.CANCELED);
    assertThat(engine.store.money().ofJob(id).orElseThrow().held()).isZero();
    assertThat(engine.store.money().ofJob(id).orElseThrow().spent()).isZero();
  }

  @Test
  void a_cancel_whose_message_was_lost_reaches_the_provider_by_the_sweeper() {
    var id = asking();
    var process = engine.start().workOff();
    engine.cancels(id);
    engine.queue.lose();

    minutes(process, 2);

    assertThat(engine.models.canceled()).containsExactly("resp_1");
    assertThat(only(id).standing()).isEqualTo(Standing.CANCELED);
  }

  @Test
  void what_was_done_before_the_cancel_came_is_paid_for() {
    var id = asking();
    var process = engine.start().workOff();
    engine.clock.advance(TAKES);

    engine.cancels(id);
    process.workOff();

    assertThat(engine.store.money().ofJob(id).orElseThrow().spent()).isEqualByComparingTo("0.0102");
  }

  @Test
  void a_provider_without_background_is_asked_while_the_worker_waits() {
    engine.models.withoutBackground();
    var id = asking();

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.responses()).isEmpty();
    assertThat(only(id).standing()).isEqualTo(Standing.DONE);
  }

  @Test
  void an_answer_that_cannot_be_used_is_repaired_in_the_background_too() {
    engine.models.says(new ProviderFault.RateLimited(Duration.ofSeconds(5)));
    var id = asking();
    var process = engine.start().workOff();

    minutes(process, 45);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.store.calls().of(id)).hasSize(2);
  }

  private JobId asking() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace("one", LongCallTest::asked);
    return id;
  }

  static StepResult asked(dev.countersign.workflow.StepContext context) {
    return StepResult.Done.with(context.models().askAtLength(ModelCallTest.TASK).value());
  }

  /// Minutes pass, and the schedule's function runs in each.
  private void minutes(TestProcess process, int many) {
    for (int i = 0; i < many; i++) {
      engine.clock.advance(Duration.ofMinutes(1));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  private CallRow only(JobId id) {
    List<CallRow> calls = engine.store.calls().of(id);
    assertThat(calls).hasSize(1);
    return calls.getFirst();
  }
}
