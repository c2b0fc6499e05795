package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import dev.countersign.workflow.StepCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker right before and right after each write and each call to the provider that a
/// model step makes, and looks what became of the job, its money and its log.
@Tag("crash")
class ModelCrashTest {
  private static final List<String> SHORT =
      List.of(
          "UpdateItem", // the lease
          "TransactWriteItems", // money held, call written down
          "Provider",
          "PutObject", // what was said
          "TransactWriteItems", // answer, cost
          "TransactWriteItems"); // the step
  private static final List<String> LONG_ASKING =
      List.of(
          "UpdateItem",
          "TransactWriteItems",
          "Provider",
          "TransactWriteItems", // the response's id
          "TransactWriteItems"); // parked
  private static final List<String> LONG_ANSWERED =
      List.of(
          "TransactWriteItems", // the job is told
          "UpdateItem",
          "PutObject",
          "TransactWriteItems",
          "TransactWriteItems");

  static Stream<Arguments> shortWrites() {
    return everySideOf(SHORT.size());
  }

  static Stream<Arguments> askingWrites() {
    return everySideOf(LONG_ASKING.size());
  }

  static Stream<Arguments> answeredWrites() {
    return everySideOf(LONG_ANSWERED.size());
  }

  @Test
  void every_write_and_call_of_a_model_step_is_one_that_is_broken_here() throws IOException {
    try (var engine = new TestEngine()) {
      asking(engine, ModelCallTest::ask);
      var process = engine.start().workOff();
      assertThat(process.breaking.names()).startsWith(SHORT.toArray(String[]::new));
      assertThat(process.breaking.names()).hasSize(SHORT.size() + 4);
    }
    try (var engine = new TestEngine()) {
      asking(engine, LongCallTest::asked);
      assertThat(engine.start().workOff().breaking.names()).isEqualTo(LONG_ASKING);
      engine.clock.advance(Duration.ofMinutes(21));
      var process = engine.start();
      engine
          .queue
          .through(dev.countersign.TestServices.sqs())
          .sendAnswered("resp_1", Duration.ZERO);
      process.workOff();
      assertThat(process.breaking.names()).startsWith(LONG_ANSWERED.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("shortWrites")
  void a_short_call_is_asked_once_more_at_most_and_that_is_in_the_log(int write, Side side)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = asking(engine, ModelCallTest::ask);

      crashed(engine, BreakingPoint.at(write, side));
      goOn(engine, id);

      assertEnded(engine, id);
      assertThat(engine.models.asked()).hasSizeBetween(1, 2);
      assertRepeatsAreSaid(engine, id);
    }
  }

  @ParameterizedTest
  @MethodSource("askingWrites")
  void a_long_call_whose_maker_died_is_adopted_or_asked_once_more(int write, Side side)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = asking(engine, LongCallTest::asked);

      crashed(engine, BreakingPoint.at(write, side));
      engine.clock.advance(Duration.ofMinutes(20));
      for (var response : engine.models.responses()) engine.start().hears(response, 1);
      goOn(engine, id);

      assertEnded(engine, id);
      assertThat(engine.models.asked()).as("adopted, never asked again").hasSize(1);
      assertThat(engine.models.responses()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("askingWrites")
  void a_long_call_without_a_webhook_is_asked_once_more_at_most(int write, Side side)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = asking(engine, LongCallTest::asked);

      crashed(engine, BreakingPoint.at(write, side));
      goOn(engine, id);

      assertEnded(engine, id);
      assertThat(engine.models.asked()).hasSizeBetween(1, 2);
      assertRepeatsAreSaid(engine, id);
    }
  }

  @ParameterizedTest
  @MethodSource("answeredWrites")
  void an_answer_that_was_there_when_the_worker_died_is_not_asked_for_again(int write, Side side)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = asking(engine, LongCallTest::asked);
      engine.start().workOff();
      engine.clock.advance(Duration.ofMinutes(21));
      engine
          .queue
          .through(dev.countersign.TestServices.sqs())
          .sendAnswered("resp_1", Duration.ZERO);

      crashed(engine, BreakingPoint.at(write, side));
      goOn(engine, id);

      assertEnded(engine, id);
      assertThat(engine.models.asked()).hasSize(1);
    }
  }

  private static JobId asking(TestEngine engine, StepCode code) {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace("one", code);
    return id;
  }

  private static void crashed(TestEngine engine, BreakingPoint breaking) {
    try {
      engine.start(breaking).workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
  }

  /// The message comes again, leases lapse, the sweeper looks every minute.
  private static void goOn(TestEngine engine, JobId id) {
    var process = engine.start().workOff();
    for (int minute = 0; minute < 58 && !ended(engine, id); minute++) {
      engine.clock.advance(Duration.ofMinutes(1));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  private static boolean ended(TestEngine engine, JobId id) {
    return engine.job(id).state() instanceof JobState.Completed;
  }

  /// And no money stays held for a call that nobody will hear of again.
  private static void assertEnded(TestEngine engine, JobId id) {
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.workflows.ranAgain()).isEmpty();
    engine.clock.advance(Duration.ofHours(1));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    assertThat(engine.store.money().ofJob(id).orElseThrow().held()).isZero();
    assertThat(engine.store.calls().of(id))
        .filteredOn(call -> call.standing() == Standing.DONE)
        .hasSize(1);
    assertThat(engine.store.calls().of(id)).noneMatch(call -> call.standing().open());
  }

  private static void assertRepeatsAreSaid(TestEngine engine, JobId id) {
    var calls = engine.store.calls().of(id);
    assertThat(calls.stream().filter(CallRow::possiblyPaidTwice).count())
        .isEqualTo(calls.size() - 1L);
    assertThat(engine.models.asked().size()).isLessThanOrEqualTo(calls.size());
  }

  private static Stream<Arguments> everySideOf(int writes) {
    return IntStream.rangeClosed(1, writes)
        .boxed()
        .flatMap(
            write -> Stream.of(Side.BEFORE, Side.AFTER).map(side -> Arguments.of(write, side)));
  }
}
