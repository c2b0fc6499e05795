package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshRandomTest {
  /// Two processes restored from one snapshot have the very same state of their randomness.
  @Test
  void restored_processes_make_different_ids_at_the_same_moment() {
    var seed = new AtomicLong(1);
    var one = new FreshRandom(() -> seeded(seed.get()));
    var other = new FreshRandom(() -> seeded(seed.get()));
    assertThat(new Ids(new SettableClock(), one).job())
        .as("as long as nothing is renewed")
        .isEqualTo(new Ids(new SettableClock(), other).job());

    for (var random : List.of(one, other)) {
      seed.incrementAndGet();
      random.renew();
    }

    assertThat(new Ids(new SettableClock(), one).job())
        .isNotEqualTo(new Ids(new SettableClock(), other).job());
  }

  /// Gives the same numbers for the same seed, which only a test may do.
  private static SecureRandom seeded(long seed) {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
