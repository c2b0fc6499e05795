package dev.countersign.store;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Randomness that no two processes share, not even those restored from one snapshot.
final class FreshRandom implements RandomGenerator, Renewable {
  private final Supplier<SecureRandom> seeded;
  private volatile SecureRandom random;

  FreshRandom(Supplier<SecureRandom> seeded) {
    this.seeded = seeded;
    this.random = seeded.get();
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public void renew() {
    random = seeded.get();
  }
}
