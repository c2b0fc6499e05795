package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Failure;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobState;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Park;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkedJobTest {
  private static final Duration LONG = Duration.ofMinutes(20);
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  record Word(String word) {}

  @Test
  void a_parked_step_runs_again_when_its_wait_is_over_without_having_failed() {
    var id = engine.submitted(TrialWorkflows.trivial());
    var until = engine.clock.instant().plus(LONG);
    engine.workflows.replace(
        "two",
        context -> {
          if (context.startedAt().isBefore(until)) throw Park.forModel(until);
          return StepResult.Done.with(new TrialWorkflows.Said("two", List.of()));
        });

    engine.start().workOff();
    assertThat(engine.job(id).state())
        .isEqualTo(
            new JobState.Waiting(JobState.Waiting.Reason.MODEL, engine.clock.instant(), until));
    assertThat(engine.queue.receive()).isEmpty();

    engine.clock.advance(LONG.plusMinutes(2));
    var process = engine.start();
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.job(id).progress().runs().get(1).attempts()).isEqualTo(1);
    assertThat(engine.workflows.ranAgain()).isEmpty();
  }

  @Test
  void an_answer_wakes_the_job_before_its_time() {
    var id = engine.submitted(TrialWorkflows.trivial());
    var until = engine.clock.instant().plus(LONG);
    var asked = new boolean[1];
    engine.workflows.replace(
        "one",
        _ -> {
          if (!asked[0]) {
            asked[0] = true;
            throw Park.forModel(until);
          }
          return StepResult.Done.with(new TrialWorkflows.Said("one", List.of()));
        });
    engine.start().workOff();

    engine.moved(
        engine.job(id),
        new JobEvent.ModelAnswered(engine.clock.instant(), "one", "resp_1"),
        List.of());
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.timeline(id)).startsWith("submitted", "step_parked", "model_answered");
  }

  @Test
  void without_a_model_a_step_that_needs_one_says_so() {
    engine.models.unset();
    var id = engine.submitted(TrialWorkflows.trivial());
    var task =
        new ModelTask<>(
            "word", new ModelTask.Prompt("one-word", 1, "Say a word."), List.of(), Word.class, 10);
    engine.workflows.replace(
        "one", context -> StepResult.Done.with(context.models().ask(task).value()));

    engine.start().workOff();

    assertThat(engine.job(id).state())
        .isInstanceOfSatisfying(
            JobState.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.STEP_FAILED);
              assertThat(failed.failure().message())
                  .startsWith(ModelFault.Kind.NOT_CONFIGURED.wireName());
            });
  }
}
