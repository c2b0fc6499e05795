package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.TimelineEvent;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker right before and right after each of its writes in turn, lets another go on, and
/// looks what became of the job.
class CrashTest {
  private static final int TRIVIAL_WRITES = 6;
  private static final int GATED_WRITES = 6;
  private static final int DELIVERY_WRITES = 3;

  static Stream<Arguments> trivialWrites() {
    return everySideOf(TRIVIAL_WRITES);
  }

  static Stream<Arguments> gatedWrites() {
    return everySideOf(GATED_WRITES);
  }

  static Stream<Arguments> deliveryWrites() {
    return everySideOf(DELIVERY_WRITES);
  }

  @Test
  void every_write_of_a_job_that_nothing_disturbs_is_one_that_is_broken_here() throws IOException {
    try (var engine = new TestEngine()) {
      engine.submitted(TrialWorkflows.trivial());
      assertThat(engine.start().workOff().breaking.writes()).isEqualTo(TRIVIAL_WRITES);
      var gated = engine.submitted(TrialWorkflows.gated());
      assertThat(engine.start().workOff().breaking.writes()).isEqualTo(GATED_WRITES);
      engine.approves(gated);
      assertThat(engine.start().workOff().breaking.writes()).isEqualTo(DELIVERY_WRITES);
    }
  }

  @ParameterizedTest
  @MethodSource("trivialWrites")
  void a_job_ends_and_no_checkpointed_step_runs_again(int write, Side side, Recovery recovery)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = engine.submitted(TrialWorkflows.trivial());

      crashed(engine, BreakingPoint.at(write, side));
      recovery.goOn(engine);

      assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
      assertThat(engine.workflows.ranAgain()).isEmpty();
      assertStoryIsWhole(engine, id);
    }
  }

  @ParameterizedTest
  @MethodSource("gatedWrites")
  void a_job_reaches_its_gate_and_tells_the_reviewer(int write, Side side, Recovery recovery)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = engine.submitted(TrialWorkflows.gated());

      crashed(engine, BreakingPoint.at(write, side));
      recovery.goOn(engine);

      assertThat(engine.job(id).state())
          .isInstanceOfSatisfying(
              JobState.NeedsReview.class, r -> assertThat(r.gate().toldAt()).isNotNull());
      assertThat(engine.workflows.ranAgain()).isEmpty();
      assertThat(engine.delivered()).isEmpty();
      assertThat(engine.smtp.received()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("deliveryWrites")
  void an_approved_mail_goes_out_once_or_nobody_claims_to_know(
      int write, Side side, Recovery recovery) throws IOException {
    try (var engine = new TestEngine()) {
      var id = engine.awaitingApproval();
      engine.approves(id);

      crashed(engine, BreakingPoint.at(write, side));
      recovery.goOn(engine);

      assertEffectIsToldAsItIs(engine, engine.job(id));
      assertThat(engine.workflows.ranAgain()).isEmpty();
      assertStoryIsWhole(engine, id);
    }
  }

  /// Done means that exactly one mail went out; a crash in between leaves unknown, and no second.
  private static void assertEffectIsToldAsItIs(TestEngine engine, Job job) {
    switch (job.state()) {
      case JobState.Completed _ -> assertThat(engine.delivered()).hasSize(1);
      case JobState.Failed failed -> {
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
        assertThat(engine.delivered()).hasSizeLessThanOrEqualTo(1);
      }
      default -> throw new AssertionError("not ended: " + job.state());
    }
  }

  private static void assertStoryIsWhole(TestEngine engine, JobId id) {
    assertThat(engine.store.partition().events(id, 0))
        .extracting(TimelineEvent::seq)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, (int) engine.job(id).version())
                .mapToObj(Long::valueOf)
                .toList());
  }

  private static void crashed(TestEngine engine, BreakingPoint breaking) {
    var process = engine.start(breaking);
    try {
      process.workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
  }

  private static Stream<Arguments> everySideOf(int writes) {
    return IntStream.rangeClosed(1, writes)
        .boxed()
        .flatMap(write ->
            Arrays.stream(Side.values())
                .flatMap(side ->
                    Arrays.stream(Recovery.values())
                        .map(recovery -> Arguments.of(write, side, recovery))));
  }

  /// How a job goes on after its worker died.
  enum Recovery {
    /// As in the cloud: the message comes again, leases lapse, the sweeper looks.
    BY_SWEEPER,
    /// As on one machine: the queue died too, and the next process knows that it is alone.
    BY_RESTART;

    void goOn(TestEngine engine) {
      switch (this) {
        case BY_SWEEPER -> bySweeper(engine);
        case BY_RESTART -> byRestart(engine);
      }
    }

    private static void bySweeper(TestEngine engine) {
      var process = engine.start().workOff();
      for (int round = 0; round < 2; round++) {
        engine.clock.advance(Duration.ofSeconds(70));
        process.sweep.run(TimeLeft.UNLIMITED);
        process.workOff();
      }
    }

    private static void byRestart(TestEngine engine) {
      engine.queue.lose();
      var process = engine.start();
      process.takeOver.run();
      process.workOff();
    }
  }
}
