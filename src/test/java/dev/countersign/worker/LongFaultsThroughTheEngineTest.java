package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting.Reason;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.openai.Play;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.WireTrial.Lane;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What can go wrong with a response in the provider's background besides its answer: while it is
/// made, while it is looked for, while it is canceled, and at the provider itself. Over HTTP.
@Tag("crash")
class LongFaultsThroughTheEngineTest {
  private static final BigDecimal COST = new BigDecimal("0.0102");

  /// @param taken whether the provider works on it all the same
  record Making(String outcome, boolean taken, Play play) {
    @Override
    public String toString() {
      return outcome + " by " + play.getClass().getSimpleName();
    }
  }

  static Stream<Making> making() {
    return Stream.of(
        new Making("timed_out", false, new Play.Hangs()),
        new Making("timed_out", false, new Play.Trickles()),
        new Making("bad_answer", false, new Play.Raw("<html>sign in</html>")),
        new Making("cut", true, new Play.CutsOff()),
        new Making("cut", true, WireTrial.YES.lost()));
  }

  /// Those whose answer, if there is one, can be used.
  static Stream<Making> unheard() {
    return making().filter(fault -> !(fault.play() instanceof Play.CutsOff));
  }

  @ParameterizedTest
  @MethodSource("unheard")
  void one_that_was_made_unheard_is_adopted_by_its_webhook_or_asked_for_again(Making fault)
      throws IOException {
    try (var trial = at(fault.play()).impatient().works()) {
      assertThat(trial.waiting().reason()).isEqualTo(Reason.MODEL);
      assertThat(trial.money().held()).isPositive();

      trial.worksToTheEnd();

      assertThat(trial.told).isEmpty();
      assertThat(trial.questions()).isEqualTo(fault.taken() ? 1 : 2);
      assertThat(trial.calls().getLast().standing()).isEqualTo(Standing.DONE);
      assertThat(trial.calls().getLast().possiblyPaidTwice()).isEqualTo(!fault.taken());
      if (!fault.taken()) assertThat(trial.calls().getFirst().standing()).isEqualTo(Standing.LOST);
      assertPaid(trial, COST);
    }
  }

  @ParameterizedTest
  @MethodSource("making")
  void where_no_webhook_can_come_it_is_asked_for_again_at_once(Making fault) throws IOException {
    try (var trial = at(fault.play()).impatient()) {
      trial.engine.modelConfig = trial.engine.modelConfig.withoutWebhooks();

      trial.works();

      var first = trial.calls().getFirst();
      assertThat(first.outcome()).isEqualTo(fault.outcome());
      assertThat(first.cost()).isEqualByComparingTo(first.worst());
      assertThat(trial.waiting().reason()).isEqualTo(Reason.RETRY);
      assertThat(trial.waiting().until())
          .isBefore(trial.engine.clock.instant().plus(Duration.ofMinutes(1)));
    }
  }

  @Test
  void a_webhook_that_is_the_only_word_of_a_response_comes_again_until_it_is_understood()
      throws IOException {
    try (var trial = at(WireTrial.YES.lost()).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      trial.server.next(Play.errors(500, "server_error"));

      assertThat(trial.told(trial.response())).isEqualTo(204);
      trial.works();

      assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
      assertThat(trial.questions()).isOne();
      assertPaid(trial, COST);
    }
  }

  @Test
  void money_is_held_for_as_long_as_the_provider_works() throws IOException {
    try (var trial = WireTrial.taking(Duration.ofMinutes(50)).works()) {
      var process = trial.engine.start();
      for (int i = 0; i < 4; i++) trial.passes(process, Duration.ofMinutes(10));

      assertThat(trial.waiting().reason()).isEqualTo(Reason.MODEL);
      assertThat(trial.money().held()).isPositive();
      trial.engine.clock.advance(Duration.ofMinutes(10));
      assertThat(trial.told(trial.response())).isEqualTo(204);
      trial.works();
      assertThat(trial.state()).isInstanceOf(JobState.Completed.class);
      assertPaid(trial, COST);
    }
  }

  /// @param happens to the response at the provider
  /// @param asked how often in the end
  record AtTheProvider(String outcome, int asked, Play play, Consumer<WireTrial> happens) {
    @Override
    public String toString() {
      return outcome;
    }
  }

  static Stream<AtTheProvider> atTheProvider() {
    Consumer<WireTrial> nothing = _ -> {};
    return Stream.of(
        new AtTheProvider("unavailable", 2, Play.errors(200, "server_error"), nothing),
        new AtTheProvider("rate_limited", 2, Play.errors(200, "rate_limit_exceeded"), nothing),
        new AtTheProvider("rejected", 1, Play.errors(200, "invalid_prompt"), nothing),
        new AtTheProvider(
            "unavailable", 2, WireTrial.YES, trial -> trial.server.cancel(trial.response())));
  }

  @ParameterizedTest
  @MethodSource("atTheProvider")
  void one_that_fails_at_the_provider_is_a_named_failure(AtTheProvider fault) throws IOException {
    try (var trial = at(fault.play()).works()) {
      fault.happens().accept(trial);

      trial.worksToTheEnd();

      var first = trial.calls().getFirst();
      assertThat(first.standing()).isEqualTo(Standing.FAILED);
      assertThat(first.outcome()).isEqualTo(fault.outcome());
      assertThat(first.cost()).isZero();
      assertThat(trial.questions()).isEqualTo(fault.asked());
      assertThat(trial.told).isEqualTo(fault.asked() == 1 ? List.of("rejected") : List.of());
      assertPaid(trial, fault.asked() == 1 ? BigDecimal.ZERO : COST);
    }
  }

  @Test
  void one_that_the_provider_has_forgotten_counts_as_its_worst_and_is_asked_once_more()
      throws IOException {
    try (var trial = at(WireTrial.YES).works()) {
      var process = trial.engine.start();
      trial.server.forget(trial.response());
      trial.passes(process, Duration.ofMinutes(1));

      assertThat(trial.calls().getFirst().outcome()).isEqualTo("bad_answer");
      trial.passes(process, Duration.ofMinutes(2));
      assertThat(trial.questions()).isEqualTo(2);
      assertThat(trial.calls().getLast().possiblyPaidTwice()).isTrue();
    }
  }

  static Stream<Play> passing() {
    return Stream.of(
        Play.tooMany(9),
        Play.errors(500, "server_error"),
        new Play.Hangs(),
        new Play.CutsOff(),
        new Play.Raw("{}"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_worker_that_cannot_fetch_the_answer_comes_back_for_it(Play fault) throws IOException {
    try (var trial = at(WireTrial.YES).works()) {
      trial.engine.clock.advance(WireTrial.TWENTY_MINUTES);
      trial.server.finish(trial.response());
      trial.server.next(fault);
      trial.hurries();

      assertThat(trial.told(trial.response())).isEqualTo(204);
      trial.works();
      assertThat(trial.waiting().reason()).isEqualTo(Reason.RETRY);
      trial.worksToTheEnd();

      assertThat(trial.questions()).isOne();
      assertThat(trial.told).isEmpty();
      assertThat(trial.calls()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_cancel_that_did_not_reach_the_provider_is_made_again(Play fault) throws IOException {
    try (var trial = at(WireTrial.YES).works()) {
      trial.server.next(fault);
      trial.hurries();
      trial.engine.cancels(trial.job());

      var process = trial.engine.start().workOff();
      assertThat(trial.cancels()).isOne();
      assertThat(trial.calls().getFirst().standing()).isEqualTo(Standing.WAITING);
      trial.passes(process, Duration.ofMinutes(5));

      assertThat(trial.cancels()).isEqualTo(2);
      assertThat(trial.server.status(trial.response())).isEqualTo("cancelled");
      assertThat(trial.calls()).extracting(CallRow::standing).containsExactly(Standing.CANCELED);
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  @Test
  void a_provider_without_background_is_not_asked_where_nothing_else_will_do() throws IOException {
    try (var trial = at(Play.errors(404, ""))) {
      trial.engine.modelConfig = trial.engine.modelConfig.withBackground(ModelConfig.Background.ON);

      trial.works();

      assertThat(trial.told).containsExactly("rejected");
      assertThat(trial.questions()).isOne();
      assertPaid(trial, BigDecimal.ZERO);
    }
  }

  private static WireTrial at(Play play) {
    return WireTrial.of(Lane.AT_LENGTH, play);
  }

  private static void assertPaid(WireTrial trial, BigDecimal spent) {
    trial.engine.clock.advance(Duration.ofHours(2));
    trial.engine.start().sweep.run(TimeLeft.UNLIMITED);
    assertThat(trial.money().spent()).isEqualByComparingTo(spent);
    assertThat(trial.money().held()).isZero();
  }
}
