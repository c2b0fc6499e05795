package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting.Reason;
import dev.countersign.model.ScriptedModels;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.WireTrial.Lane;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which a provider can fail a step, over HTTP, at once and in the background: what
/// becomes of the job, what the log says, what was paid, and how often the provider was asked.
@Tag("crash")
class ModelFaultsThroughTheEngineTest {
  private static final BigDecimal COST = new BigDecimal("0.0102");

  /// @param outcome as the log names it
  /// @param finish as the provider said it ended
  record Useless(String outcome, String finish, Play play) {
    static Useless of(String outcome, String finish, Play play) {
      return new Useless(outcome, finish, play.counting(ScriptedModels.USAGE));
    }

    @Override
    public String toString() {
      return outcome + " (" + finish + ")";
    }
  }

  /// Answers that were paid for and are of no use. The last never ends to want a tool.
  private static final List<Useless> USELESS =
      List.of(
          Useless.of("refused", "stop", new Play.Refuses("I will not.")),
          Useless.of("truncated", "length", new Play.Truncated("{\"wor")),
          Useless.of("filtered", "filter", new Play.Filtered("{\"wor")),
          Useless.of("empty", "stop", Play.says(" ")),
          Useless.of("invalid_json", "stop", Play.says("no json")),
          Useless.of("wrong_schema", "stop", Play.says("{\"word\":7}")),
          Useless.of("invalid_json", "tool_calls", Play.calls("c", "send_mail", "{}")));

  static Stream<Arguments> useless() {
    return everyLane().flatMap(lane -> USELESS.stream().map(fault -> Arguments.of(lane, fault)));
  }

  @ParameterizedTest
  @MethodSource("useless")
  void what_is_of_no_use_is_mended_once(Lane lane, Useless fault) throws IOException {
    try (var trial = WireTrial.of(lane, fault.play()).worksToTheEnd()) {
      assertThat(trial.told).isEmpty();
      assertThat(trial.questions()).isEqualTo(2);
      assertThat(trial.server.asked(Asked::isQuestion).getLast().said("user"))
          .contains("could not be used");
      assertUseless(trial.calls().getFirst(), fault, lane);
      assertAnswered(trial.calls().getLast(), lane);
      assertThat(trial.calls()).extracting(CallRow::repairs).containsExactly(false, true);
      assertPaid(trial, COST.add(COST));
    }
  }

  @ParameterizedTest
  @MethodSource("useless")
  void what_is_of_no_use_again_is_a_named_fault(Lane lane, Useless fault) throws IOException {
    try (var trial = WireTrial.of(lane, fault.play(), fault.play()).worksToTheEnd()) {
      assertThat(trial.told).containsExactly(fault.outcome());
      assertThat(trial.questions()).isEqualTo(2);
      assertThat(trial.calls())
          .hasSize(2)
          .allSatisfy(call -> assertUseless(call, fault, lane))
          .noneMatch(CallRow::possiblyPaidTwice);
      assertPaid(trial, COST.add(COST));
    }
  }

  /// @param least how long the provider is left alone
  record Away(String outcome, Reason reason, Duration least, Play play) {
    @Override
    public String toString() {
      return outcome + " for " + least;
    }
  }

  private static final List<Away> AWAY =
      List.of(
          new Away("rate_limited", Reason.CAPACITY, Duration.ofSeconds(40), Play.tooMany(40)),
          new Away("rate_limited", Reason.CAPACITY, Duration.ofMinutes(16), Play.tooMany(16 * 60)),
          new Away(
              "rate_limited",
              Reason.CAPACITY,
              Duration.ofSeconds(5),
              Play.errors(429, "rate_limit_exceeded")),
          new Away(
              "unavailable", Reason.RETRY, Duration.ofSeconds(5), Play.errors(500, "server_error")),
          new Away(
              "unavailable",
              Reason.RETRY,
              Duration.ofSeconds(90),
              new Play.Errors(503, "overloaded", Map.of("Retry-After", "90"))));

  static Stream<Arguments> away() {
    return everyLane().flatMap(lane -> AWAY.stream().map(fault -> Arguments.of(lane, fault)));
  }

  @ParameterizedTest
  @MethodSource("away")
  void who_is_turned_away_waits_durably_as_long_as_the_provider_says(Lane lane, Away fault)
      throws IOException {
    try (var trial = WireTrial.of(lane, fault.play()).works()) {
      var waiting = trial.waiting();
      assertThat(waiting.reason()).isEqualTo(fault.reason());
      assertThat(waiting.until())
          .isAfterOrEqualTo(trial.engine.clock.instant().plus(fault.least()));
      assertPaid(trial, BigDecimal.ZERO);

      trial.worksToTheEnd();

      assertThat(trial.questions()).isEqualTo(2);
      assertFailed(trial.calls().getFirst(), fault.outcome(), BigDecimal.ZERO);
      assertAnswered(trial.calls().getLast(), lane);
      assertThat(trial.calls()).noneMatch(CallRow::possiblyPaidTwice).noneMatch(CallRow::repairs);
      assertThat(trial.now().progress().runs().getFirst().attempts()).isOne();
      assertPaid(trial, COST);
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_stays_away_is_asked_four_times_and_then_given_up(Lane lane) throws IOException {
    var broken = new Play[9];
    Arrays.fill(broken, Play.errors(500, "server_error"));
    try (var trial = WireTrial.of(lane, broken).worksToTheEnd()) {
      assertThat(trial.told).containsExactly("unavailable");
      assertThat(trial.questions()).isEqualTo(4);
      assertThat(trial.calls())
          .hasSize(4)
          .allSatisfy(call -> assertFailed(call, "unavailable", BigDecimal.ZERO));
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_provider_does_not_take_is_asked_once(Lane lane) throws IOException {
    try (var trial = WireTrial.of(lane, Play.errors(401, "invalid_api_key")).worksToTheEnd()) {
      assertThat(trial.told).containsExactly("rejected");
      assertThat(trial.questions()).isOne();
      assertFailed(trial.calls().getFirst(), "rejected", BigDecimal.ZERO);
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_without_its_usage_counts_as_its_worst(Lane lane) throws IOException {
    var uncounted = Play.says("{\"word\":\"yes\"}").withoutUsage();
    try (var trial = WireTrial.of(lane, uncounted).worksToTheEnd()) {
      assertThat(trial.questions()).isOne();
      var call = trial.calls().getFirst();
      assertThat(call.standing()).isEqualTo(Standing.DONE);
      assertThat(call.tokens()).isNull();
      assertThat(call.cost()).isEqualByComparingTo(call.worst()).isPositive();
      assertPaid(trial, call.worst());
    }
  }

  record MaybePaid(String outcome, Play play) {
    @Override
    public String toString() {
      return outcome + " by " + play.getClass().getSimpleName();
    }
  }

  static Stream<MaybePaid> maybePaid() {
    return Stream.of(
        new MaybePaid("timed_out", new Play.Hangs()),
        new MaybePaid("timed_out", new Play.Trickles()),
        new MaybePaid("cut", new Play.CutsOff()),
        new MaybePaid("cut", WireTrial.YES.lost()),
        new MaybePaid("bad_answer", new Play.Raw("<html>sign in</html>")));
  }

  @ParameterizedTest
  @MethodSource("maybePaid")
  void what_may_have_been_paid_for_counts_as_its_worst_and_is_asked_once_more(MaybePaid fault)
      throws IOException {
    try (var trial = WireTrial.of(Lane.AT_ONCE, fault.play()).impatient().worksToTheEnd()) {
      assertThat(trial.told).isEmpty();
      assertThat(trial.questions()).isEqualTo(2);
      var lost = trial.calls().getFirst();
      assertFailed(lost, fault.outcome(), lost.worst());
      assertAnswered(trial.calls().getLast(), Lane.AT_ONCE);
      assertThat(trial.calls()).extracting(CallRow::possiblyPaidTwice).containsExactly(false, true);
      assertPaid(trial, lost.worst().add(COST));
    }
  }

  private static Stream<Lane> everyLane() {
    return Stream.of(Lane.values());
  }

  private static void assertUseless(CallRow call, Useless fault, Lane lane) {
    assertThat(call.standing()).isEqualTo(Standing.FAILED);
    assertThat(call.outcome()).isEqualTo(fault.outcome());
    assertThat(call.finish()).isEqualTo(fault.finish());
    assertCounted(call, lane);
  }

  private static void assertAnswered(CallRow call, Lane lane) {
    assertThat(call.standing()).isEqualTo(Standing.DONE);
    assertThat(call.outcome()).isEqualTo("answered");
    assertThat(call.finish()).isEqualTo("stop");
    assertCounted(call, lane);
  }

  private static void assertCounted(CallRow call, Lane lane) {
    assertThat(call.tokens()).isEqualTo(new CallRow.Tokens(1000, 200, 100, 20));
    assertThat(call.cost()).isEqualByComparingTo(COST);
    assertThat(call.prompt()).isEqualTo("one-word@3");
    assertThat(call.model()).isEqualTo(lane == Lane.AT_ONCE ? "small" : "large");
    assertThat(call.response()).startsWith(lane == Lane.AT_ONCE ? "chatcmpl-" : "resp_");
    assertThat(Duration.between(call.startedAt(), call.endedAt()))
        .isBetween(lane.takes, lane.takes.plusMinutes(10));
  }

  private static void assertFailed(CallRow call, String outcome, BigDecimal cost) {
    assertThat(call.standing()).isEqualTo(Standing.FAILED);
    assertThat(call.outcome()).isEqualTo(outcome);
    assertThat(call.cost()).isEqualByComparingTo(cost);
    assertThat(call.tokens()).isNull();
    assertThat(call.finish()).isNull();
    assertThat(call.prompt()).isEqualTo("one-word@3");
  }

  private static void assertPaid(WireTrial trial, BigDecimal spent) {
    assertThat(trial.money().spent()).isEqualByComparingTo(spent);
    assertThat(trial.money().held()).isZero();
    if (trial.ended()) assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
  }
}
