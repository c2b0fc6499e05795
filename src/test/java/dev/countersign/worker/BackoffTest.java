package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  @Test
  void the_ceiling_doubles_until_the_most() {
    assertThat(IntStream.of(1, 2, 3, 6, 7, 1000).mapToObj(backoff::ceiling))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));
  }

  @Test
  void waits_spread_over_the_whole_range_below_the_ceiling() {
    var random = new Random(1);

    var waits =
        LongStream.generate(() -> backoff.after(3, random).toMillis()).limit(1000).boxed().toList();

    assertThat(waits).allMatch(wait -> wait >= 0 && wait <= 8000);
    assertThat(waits).anyMatch(wait -> wait < 800).anyMatch(wait -> wait > 7200);
  }
}
