package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.store.TestMoney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The limits of a provider, as workers share them.
class RateLimitsTest {
  private static final Instant NEXT_MINUTE = Instant.parse("2026-03-02T10:01:00Z");
  private final SettableClock clock = new SettableClock();
  private final String model = "model-" + UUID.randomUUID();
  private final RateLimits limits = limits("3", "1000");

  @Test
  void as_many_calls_go_as_a_minute_allows() {
    for (int i = 0; i < 3; i++) assertThat(take("call-" + i, 10)).isInstanceOf(Pace.Go.class);

    assertThat(take("call-3", 10)).isInstanceOf(Pace.NotBefore.class);
  }

  @Test
  void as_many_tokens_go_as_a_minute_allows() {
    take("call-1", 600);

    assertThat(take("call-2", 401)).isInstanceOf(Pace.NotBefore.class);
    assertThat(take("call-3", 400)).isInstanceOf(Pace.Go.class);
  }

  @Test
  void who_finds_no_room_has_a_place_in_the_next_minute_that_nobody_else_can_take() {
    for (int i = 0; i < 3; i++) take("call-" + i, 10);
    var at = notBefore("late", 10);
    assertThat(at).isBetween(NEXT_MINUTE, NEXT_MINUTE.plusSeconds(35));
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) assertThat(take("new-" + i, 10)).isInstanceOf(Pace.Go.class);

    assertThat(take("new-3", 10)).isInstanceOf(Pace.NotBefore.class);
    assertThat(take("late", 10)).isInstanceOf(Pace.Go.class);
  }

  @Test
  void those_who_wait_are_spread_over_as_many_minutes_as_they_need() {
    var minutes = new ArrayList<Long>();
    for (int i = 0; i < 10; i++) {
      var pace = take("call-" + i, 10);
      minutes.add(
          pace instanceof Pace.NotBefore(var at)
              ? Duration.between(clock.instant(), at).toMinutes()
              : 0L);
    }

    assertThat(minutes).containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L, 3L);
  }

  @Test
  void who_comes_too_early_hears_the_same_time_again() {
    for (int i = 0; i < 3; i++) take("call-" + i, 10);

    assertThat(notBefore("late", 10)).isEqualTo(notBefore("late", 10));
  }

  @Test
  void who_misses_its_minute_is_asked_to_wait_anew() {
    for (int i = 0; i < 4; i++) take("call-" + i, 10);
    clock.advance(Duration.ofMinutes(3));
    for (int i = 0; i < 3; i++) take("new-" + i, 10);

    assertThat(notBefore("call-3", 10)).isAfter(clock.instant());
  }

  @Test
  void a_place_serves_one_call() {
    for (int i = 0; i < 4; i++) take("call-" + i, 10);
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) take("new-" + i, 10);
    assertThat(take("call-3", 10)).isInstanceOf(Pace.Go.class);

    assertThat(take("call-3", 10)).isInstanceOf(Pace.NotBefore.class);
  }

  @Test
  void a_place_that_is_given_back_is_another_call_s_with_its_tokens() {
    var place = (Pace.Go) take("call-0", 600);
    for (int i = 1; i < 3; i++) take("call-" + i, 200);

    limits.giveBack("openai", model, "call-0", 600, place);

    assertThat(take("call-3", 600)).isInstanceOf(Pace.Go.class);
    assertThat(take("call-4", 0)).as("one was given back").isInstanceOf(Pace.NotBefore.class);
  }

  @Test
  void who_gives_back_the_place_it_has_waited_for_may_have_it_again() {
    for (int i = 0; i < 4; i++) take("call-" + i, 10);
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) take("new-" + i, 10);
    var place = (Pace.Go) take("call-3", 10);

    limits.giveBack("openai", model, "call-3", 10, place);

    assertThat(take("call-3", 10)).isInstanceOf(Pace.Go.class);
  }

  @Test
  void a_call_that_is_larger_than_a_minute_is_told_so_instead_of_waiting_for_ever() {
    assertThat(take("call-1", 1001)).isEqualTo(new Pace.TooLarge(1000));
  }

  @Test
  void a_large_call_is_not_passed_over_for_ever_by_small_ones() {
    take("small-0", 500);
    var at = notBefore("large", 1000);
    for (int i = 0; i < 10; i++) take("small-" + i, 100);
    clock.advance(Duration.between(clock.instant(), at));

    assertThat(at).isBefore(NEXT_MINUTE.plusSeconds(60));
    assertThat(take("large", 1000)).isInstanceOf(Pace.Go.class);
  }

  @Test
  void without_limits_every_call_goes() {
    var free =
        new RateLimits(
            TestMoney.windows(TestServices.dynamoDb()), ModelSettings.of(), clock, new Random());

    for (int i = 0; i < 10; i++)
      assertThat(free.take("openai", model, "call-" + i, 1_000_000)).isInstanceOf(Pace.Go.class);
  }

  private Pace take(String who, long tokens) {
    return limits.take("openai", model, who, tokens);
  }

  private Instant notBefore(String who, long tokens) {
    return ((Pace.NotBefore) take(who, tokens)).at();
  }

  private RateLimits limits(String requests, String tokens) {
    return new RateLimits(
        TestMoney.windows(TestServices.dynamoDb()),
        ModelSettings.of(
            "limits.requests-per-minute", requests, "limits.tokens-per-minute", tokens),
        clock,
        new Random());
  }
}
