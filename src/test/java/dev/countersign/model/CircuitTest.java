package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.store.TestMoney;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A provider that is away, as all workers see it.
class CircuitTest {
  private static final ProviderFault AWAY = new ProviderFault.Unavailable(503, null);
  private static final Reply ANSWER =
      new Reply("{}", List.of(), null, Finish.STOP, "resp_1", "small-model");
  private final SettableClock clock = new SettableClock();
  private final String provider = "provider-" + UUID.randomUUID();

  /// Two workers that know each other only by the table.
  private final Circuit here = circuit();

  private final Circuit there = circuit();

  @Test
  void a_provider_that_answers_is_asked() {
    here.learn(provider, "a", ANSWER);

    assertThat(there.notBefore(provider, "b")).isEmpty();
  }

  @Test
  void after_five_faults_in_a_minute_nobody_asks_for_a_while() {
    faults(4);
    assertThat(there.notBefore(provider, "b")).isEmpty();
    faults(1);

    assertThat(there.notBefore(provider, "b").orElseThrow())
        .isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(50));
  }

  @Test
  void faults_that_lie_far_apart_do_not_count_together() {
    for (int i = 0; i < 10; i++) {
      faults(1);
      clock.advance(Duration.ofSeconds(61));
    }

    assertThat(there.notBefore(provider, "b")).isEmpty();
  }

  @Test
  void what_a_model_will_not_do_says_that_the_provider_is_there() {
    for (int i = 0; i < 10; i++) {
      here.learn(provider, "a", new ProviderFault.Refused(ANSWER, "no"));
      here.learn(provider, "a", new ProviderFault.Rejected(401, "invalid_api_key"));
    }

    assertThat(there.notBefore(provider, "b")).isEmpty();
  }

  @Test
  void then_one_tries_for_all_and_when_it_worked_all_may() {
    faults(5);
    clock.advance(Duration.ofSeconds(31));

    assertThat(here.notBefore(provider, "first")).isEmpty();
    assertThat(there.notBefore(provider, "second")).isPresent();
    here.learn(provider, "first", ANSWER);

    assertThat(there.notBefore(provider, "second")).isEmpty();
  }

  @Test
  void when_that_failed_it_is_left_alone_for_twice_as_long() {
    faults(5);
    clock.advance(Duration.ofSeconds(31));
    var _ = here.notBefore(provider, "first");

    here.learn(provider, "first", AWAY);

    assertThat(there.notBefore(provider, "second").orElseThrow())
        .isAfterOrEqualTo(clock.instant().plusSeconds(60));
  }

  @Test
  void when_the_one_who_tries_dies_another_does() {
    faults(5);
    clock.advance(Duration.ofSeconds(31));
    var _ = here.notBefore(provider, "first");
    clock.advance(Duration.ofMinutes(3));

    assertThat(there.notBefore(provider, "second")).isEmpty();
  }

  @Test
  void the_one_who_tries_may_ask_again_after_a_crash() {
    faults(5);
    clock.advance(Duration.ofSeconds(31));

    assertThat(here.notBefore(provider, "first")).isEmpty();
    assertThat(there.notBefore(provider, "first")).isEmpty();
  }

  @Test
  void an_answer_to_what_went_out_before_does_not_close_it() {
    faults(5);

    here.learn(provider, "slow", ANSWER);

    assertThat(there.notBefore(provider, "b")).isPresent();
  }

  @Test
  void what_the_provider_asks_for_holds_for_all_workers() {
    here.learn(provider, "a", new ProviderFault.RateLimited(Duration.ofSeconds(90)));

    assertThat(there.notBefore(provider, "b").orElseThrow())
        .isAfterOrEqualTo(clock.instant().plusSeconds(90));
    clock.advance(Duration.ofSeconds(90));
    assertThat(there.notBefore(provider, "b")).isEmpty();
  }

  @Test
  void a_shorter_rest_does_not_take_back_a_longer_one() {
    here.learn(provider, "a", new ProviderFault.RateLimited(Duration.ofSeconds(90)));
    here.learn(provider, "b", new ProviderFault.RateLimited(Duration.ofSeconds(5)));

    assertThat(there.notBefore(provider, "c").orElseThrow())
        .isAfterOrEqualTo(clock.instant().plusSeconds(90));
  }

  @Test
  void those_who_were_turned_away_do_not_come_back_at_once() {
    faults(5);

    var perSecond =
        IntStream.range(0, 200)
            .mapToObj(i -> there.notBefore(provider, "job-" + i).map(Instant::getEpochSecond))
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(second -> second, Collectors.counting()));

    assertThat(perSecond.values()).allMatch(together -> together <= 40);
    assertThat(perSecond.size()).isGreaterThanOrEqualTo(15);
  }

  private void faults(int n) {
    for (int i = 0; i < n; i++) here.learn(provider, "a", AWAY);
  }

  private Circuit circuit() {
    var random = new Random();
    return new Circuit(TestMoney.circuits(TestServices.dynamoDb(), clock, random), clock, random);
  }
}
