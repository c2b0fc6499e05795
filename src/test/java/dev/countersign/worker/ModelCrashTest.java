package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import dev.countersign.worker.WireTrial.Lane;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker right before and right after each write and each call to the provider that a
/// model's call takes, and looks what became of the job, its money and its log; what was asked is
/// counted at the provider's server.
@Tag("crash")
class ModelCrashTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Stretch AT_ONCE =
      new Stretch(
          "at once",
          Lane.AT_ONCE,
          1,
          _ -> {},
          List.of(
              "UpdateItem", // the lease
              "TransactWriteItems", // money held, call written down
              "Provider",
              "PutObject", // what was said
              "TransactWriteItems", // answer, cost
              "TransactWriteItems"), // the step
          4);

  private static final Stretch ASKING =
      new Stretch(
          "asking at length",
          Lane.AT_LENGTH,
          1,
          _ -> {},
          List.of(
              "UpdateItem",
              "TransactWriteItems",
              "Provider",
              "TransactWriteItems", // the response's id
              "TransactWriteItems"), // parked
          0);

  private static final Stretch ANSWERED =
      new Stretch(
          "answered at length",
          Lane.AT_LENGTH,
          0,
          trial -> {
            trial.works().engine.clock.advance(WireTrial.TWENTY_MINUTES);
            assertThat(trial.told(trial.response())).isEqualTo(204);
          },
          List.of(
              "TransactWriteItems", // the job is told
              "UpdateItem",
              "PutObject",
              "TransactWriteItems",
              "TransactWriteItems"),
          4 + 2); // who had to wait so long is told

  private static final Stretch CANCELED =
      new Stretch(
          "canceled",
          Lane.AT_LENGTH,
          0,
          trial -> trial.works().engine.cancels(trial.job()),
          List.of(
              "UpdateItem", // no lease for what is over
              "Provider",
              "TransactWriteItems"), // canceled, money back
          0);

  /// A stretch of a call's life in which its worker may die.
  ///
  /// @param repeats how many questions a crash may cost besides the first
  /// @param before what happens until then
  /// @param after how many writes follow: four steps of one each, and word to people
  record Stretch(
      String name,
      Lane lane,
      int repeats,
      Consumer<WireTrial> before,
      List<String> writes,
      int after) {
    WireTrial begun() {
      var trial = WireTrial.of(lane);
      before.accept(trial);
      return trial;
    }

    Stream<Arguments> everySide() {
      return IntStream.rangeClosed(1, writes.size())
          .boxed()
          .flatMap(at -> Stream.of(Side.values()).map(side -> Arguments.of(this, at, side)))
          .filter(place -> place.get()[2] != Side.DURING);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Stretch> stretches() {
    return Stream.of(AT_ONCE, ASKING, ANSWERED, CANCELED);
  }

  static Stream<Arguments> everywhere() {
    return stretches().flatMap(Stretch::everySide);
  }

  @ParameterizedTest
  @MethodSource("stretches")
  void every_write_and_call_is_one_that_is_broken_here(Stretch stretch) throws IOException {
    try (var trial = stretch.begun()) {
      var process = trial.engine.start().workOff();

      assertThat(process.breaking.names()).startsWith(stretch.writes.toArray(String[]::new));
      assertThat(process.breaking.names()).hasSize(stretch.writes.size() + stretch.after);
    }
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void a_crash_costs_one_question_at_most_and_the_log_says_so(Stretch stretch, int at, Side side)
      throws IOException {
    try (var trial = stretch.begun()) {
      crashed(trial, BreakingPoint.at(at, side));
      goOn(trial);

      assertOver(trial, stretch);
      assertThat(trial.questions()).isBetween(1, 1 + stretch.repeats);
      assertRepeatsAreSaid(trial);
    }
  }

  static Stream<Arguments> asking() {
    return ASKING.everySide();
  }

  @ParameterizedTest
  @MethodSource("asking")
  void a_long_call_whose_maker_died_is_adopted_when_its_webhook_comes(
      Stretch stretch, int at, Side side) throws IOException {
    try (var trial = stretch.begun()) {
      crashed(trial, BreakingPoint.at(at, side));
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      for (var response : trial.server.created()) assertThat(trial.told(response)).isEqualTo(204);
      goOn(trial);

      assertOver(trial, stretch);
      assertThat(trial.questions()).as("never asked again").isOne();
    }
  }

  @ParameterizedTest
  @MethodSource("asking")
  void where_no_webhook_can_come_it_is_not_waited_for(Stretch stretch, int at, Side side)
      throws IOException {
    try (var trial = stretch.begun()) {
      trial.engine.modelConfig = trial.engine.modelConfig.withoutWebhooks();
      crashed(trial, BreakingPoint.at(at, side));
      var process = trial.engine.start().workOff();

      for (int minute = 0; minute < 5; minute++) trial.passes(process, MINUTE);

      assertThat(trial.calls().getLast().standing()).isEqualTo(Standing.WAITING);
      assertThat(trial.questions()).isBetween(1, 2);
      assertRepeatsAreSaid(trial);
    }
  }

  private static void crashed(WireTrial trial, BreakingPoint breaking) {
    try {
      trial.engine.start(breaking).workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
  }

  /// The message comes again, leases lapse, the sweeper looks every minute.
  private static void goOn(WireTrial trial) {
    var process = trial.engine.start().workOff();
    for (int minute = 0; minute < 58 && !over(trial); minute++) trial.passes(process, MINUTE);
  }

  private static boolean over(WireTrial trial) {
    return trial.state().terminal() && trial.calls().stream().noneMatch(c -> c.standing().open());
  }

  /// And no money stays held for a call that nobody will hear of again.
  private static void assertOver(WireTrial trial, Stretch stretch) {
    var canceled = stretch.equals(CANCELED);
    assertThat(trial.state())
        .isInstanceOf(canceled ? JobState.Canceled.class : JobState.Completed.class);
    assertThat(trial.engine.workflows.ranAgain()).isEmpty();
    trial.engine.clock.advance(Duration.ofHours(1));
    trial.engine.start().sweep.run(TimeLeft.UNLIMITED);
    assertThat(trial.money().held()).isZero();
    assertThat(trial.calls())
        .filteredOn(call -> call.standing() == (canceled ? Standing.CANCELED : Standing.DONE))
        .hasSize(1);
    assertThat(trial.calls()).noneMatch(call -> call.standing().open());
    if (canceled) assertThat(trial.server.status(trial.response())).isEqualTo("cancelled");
  }

  private static void assertRepeatsAreSaid(WireTrial trial) {
    var calls = trial.calls();
    assertThat(calls.stream().filter(CallRow::possiblyPaidTwice).count())
        .isEqualTo(calls.size() - 1L);
    assertThat(trial.questions()).isLessThanOrEqualTo(calls.size());
  }
}
