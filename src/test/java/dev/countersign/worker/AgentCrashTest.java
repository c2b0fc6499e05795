package dev.countersign.worker;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.tools.Quoted;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.AgentTrial.Finding;
import dev.countersign.worker.AgentTrial.Packet;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker right before and right after each write and each call of an agent's step of six
/// turns, lets another go on, and counts at the model's server what was asked again.
@Tag("crash")
class AgentCrashTest {
  private static final int TURNS = 6;
  private static final List<String> TURN =
      List.of(
          "TransactWriteItems", // money held, the call written down
          "Provider",
          "PutObject", // what was said
          "TransactWriteItems"); // answer, cost
  private static final String TOOL = "TransactWriteItems"; // its answer and its line in the log

  /// Of the step, in order.
  private static List<String> expected() {
    var writes = new ArrayList<String>();
    writes.add("UpdateItem"); // the lease
    writes.add("TransactWriteItems"); // when it began
    for (int turn = 1; turn <= TURNS; turn++) {
      writes.addAll(TURN);
      if (turn < TURNS) writes.add(TOOL);
    }
    writes.add("PutObject"); // its file
    writes.add("TransactWriteItems"); // the step
    return writes;
  }

  static Stream<Arguments> everyWriteAndCall() {
    return IntStream.rangeClosed(1, expected().size())
        .boxed()
        .flatMap(
            write -> Stream.of(Side.BEFORE, Side.AFTER).map(side -> Arguments.of(write, side)));
  }

  /// What the agent comes to when nothing happens to it.
  private static final Packet UNDISTURBED =
      new Packet(
          "answered",
          new Finding("24 months", List.of(new Quoted("S1", 2, "The warranty lasts 24 months."))),
          List.of(
              "list_sources found",
              "search_sources found",
              "read_page found",
              "read_table found",
              "calculate found"),
          List.of());

  /// The bytes of its file then.
  private static String undisturbed;

  @BeforeAll
  static void works() throws IOException {
    try (var trial = trial()) {
      trial.engine.start().workOff();
      undisturbed = trial.sha256();
    }
  }

  @Test
  void every_write_and_call_of_the_step_is_one_that_is_broken_here() throws IOException {
    try (var trial = trial()) {
      var writes = trial.engine.start().workOff().breaking.names();

      assertThat(writes).startsWith(expected().toArray(String[]::new));
      assertThat(writes).as("then four steps, each one write").hasSize(expected().size() + 4);
      assertThat(asked(trial)).hasSize(TURNS).allSatisfy((_, times) -> assertThat(times).isOne());
      assertThat(trial.packet()).isEqualTo(UNDISTURBED);
    }
  }

  @ParameterizedTest
  @MethodSource("everyWriteAndCall")
  void no_stored_turn_is_asked_again_and_the_packet_is_the_same(int write, Side side)
      throws IOException {
    try (var trial = trial()) {
      crashed(trial.engine, BreakingPoint.at(write, side));
      var stored = stored(trial);
      var before = asked(trial);

      goOn(trial);

      assertThat(trial.engine.job(trial.job()).state()).isInstanceOf(JobState.Completed.class);
      assertThat(trial.packet()).isEqualTo(UNDISTURBED);
      assertThat(trial.sha256()).isEqualTo(undisturbed);
      var after = asked(trial);
      for (var turn : stored) assertThat(after.get(turn)).isEqualTo(before.get(turn));
      assertThat(after).hasSize(TURNS);
      assertThat(trial.server.asked()).hasSizeBetween(TURNS, TURNS + 1);
      assertRepeatsAreSaid(trial);
      assertThat(trial.engine.store.tools().of(trial.job())).hasSize(TURNS - 1);
      assertThat(trial.engine.workflows.ranAgain()).isEmpty();
    }
  }

  private static AgentTrial trial() {
    return AgentTrial.aboutTwoBids(AgentTrial.AGENT, AgentCrashTest::model);
  }

  /// Says what it says by what it is asked, so that a repeat is answered alike.
  private static Play model(Asked asked) {
    return switch (AgentTrial.turn(asked)) {
      case 1 -> Play.calls("c1", "list_sources", "{}");
      case 2 -> Play.calls("c2", "search_sources", "{\"query\":\"warranty\",\"most\":5}");
      case 3 -> Play.calls("c3", "read_page", "{\"source\":\"S1\",\"page\":2,\"from\":0}");
      case 4 ->
          Play.calls("c4", "read_table", "{\"source\":\"S2\",\"page\":1,\"row\":1,\"rows\":9}");
      case 5 ->
          Play.calls(
              "c5", "calculate", "{\"expression\":\"36 - 24\",\"scale\":0,\"rounding\":\"exact\"}");
      default ->
          Play.says(
              "{\"text\":\"24 months\",\"quotes\":[{\"source\":\"S1\",\"page\":2,"
                  + "\"quote\":\"The warranty lasts 24 months.\"}]}");
    };
  }

  /// How often the server was asked for each turn.
  private static Map<Integer, Long> asked(AgentTrial trial) {
    return trial.server.asked().stream().collect(groupingBy(AgentTrial::turn, counting()));
  }

  /// The turns whose answers are stored.
  private static Set<Integer> stored(AgentTrial trial) {
    return trial.engine.store.calls().of(trial.job()).stream()
        .filter(call -> call.standing() == Standing.DONE)
        .map(call -> Integer.valueOf(call.task().replace("finder/turn-", "")))
        .collect(toSet());
  }

  /// A repeat is one of a call whose worker died, and the log says that both may have been paid.
  private static void assertRepeatsAreSaid(AgentTrial trial) {
    var calls = trial.engine.store.calls().of(trial.job());
    assertThat(calls.stream().filter(call -> call.standing() == Standing.DONE)).hasSize(TURNS);
    assertThat(calls.stream().filter(CallRow::possiblyPaidTwice).count())
        .isEqualTo(calls.size() - TURNS)
        .isLessThanOrEqualTo(1);
    assertThat(calls.size()).isGreaterThanOrEqualTo(trial.server.asked().size());
  }

  private static void crashed(TestEngine engine, BreakingPoint breaking) {
    try {
      engine.start(breaking).workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
  }

  /// The message comes again, leases lapse, the sweeper looks.
  private static void goOn(AgentTrial trial) {
    var process = trial.engine.start().workOff();
    for (int minute = 0; minute < 5 && !ended(trial); minute++) {
      trial.engine.clock.advance(Duration.ofSeconds(70));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  private static boolean ended(AgentTrial trial) {
    return trial.engine.job(trial.job()).state() instanceof JobState.Completed;
  }
}
