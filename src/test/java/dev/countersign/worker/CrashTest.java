package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.TimelineEvent;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Place;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker right before and right after each of its writes in turn, lets another go on, and
/// looks what became of the job.
@Tag("crash")
class CrashTest {
  static Stream<Arguments> trivial() {
    try (var engine = TestEngine.withMailServer()) {
      engine.submitted(TrialWorkflows.trivial());
      return everyPlaceOf(engine.start().workOff(), 6);
    }
  }

  static Stream<Arguments> gated() {
    try (var engine = TestEngine.withMailServer()) {
      engine.submitted(TrialWorkflows.gated());
      return everyPlaceOf(engine.start().workOff(), 9);
    }
  }

  static Stream<Arguments> delivery() {
    try (var engine = TestEngine.withMailServer()) {
      engine.approves(engine.awaitingApproval());
      return everyPlaceOf(engine.start().workOff(), 4);
    }
  }

  @ParameterizedTest
  @MethodSource("trivial")
  void a_job_ends_and_no_checkpointed_step_runs_again(Place place, Recovery recovery) {
    try (var engine = TestEngine.withMailServer()) {
      var id = engine.submitted(TrialWorkflows.trivial());

      crashed(engine, place.breaking());
      recovery.goOn(engine);

      assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
      assertThat(engine.workflows.ranAgain()).isEmpty();
      assertStoryIsWhole(engine, id);
    }
  }

  @ParameterizedTest
  @MethodSource("gated")
  void a_job_reaches_its_gate_and_tells_the_reviewer(Place place, Recovery recovery) {
    try (var engine = TestEngine.withMailServer()) {
      var id = engine.submitted(TrialWorkflows.gated());

      crashed(engine, place.breaking());
      recovery.goOn(engine);

      assertThat(engine.job(id).state())
          .isInstanceOfSatisfying(
              JobState.NeedsReview.class, r -> assertThat(r.gate().toldAt()).isNotNull());
      assertThat(engine.workflows.ranAgain()).isEmpty();
      assertThat(engine.delivered()).isEmpty();
      assertThat(engine.mail.received()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("delivery")
  void an_approved_mail_goes_out_once_or_nobody_claims_to_know(Place place, Recovery recovery) {
    try (var engine = TestEngine.withMailServer()) {
      var id = engine.awaitingApproval();
      engine.approves(id);

      crashed(engine, place.breaking());
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

  /// Wherever a process that nothing disturbed could have died.
  ///
  /// @param expected how many writes and calls there are
  private static Stream<Arguments> everyPlaceOf(TestProcess undisturbed, int expected) {
    assertThat(undisturbed.breaking.names()).hasSize(expected);
    return undisturbed
        .breaking
        .places()
        .flatMap(place -> Stream.of(Recovery.values()).map(how -> Arguments.of(place, how)));
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
