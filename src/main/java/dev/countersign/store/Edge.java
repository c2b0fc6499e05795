package dev.countersign.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/// The one place where time and randomness enter.
@ApplicationScoped
public class Edge {
  /// The clock, in milliseconds: what is stored reads back as it was.
  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  FreshRandom random() {
    return new FreshRandom(SecureRandom::new);
  }

  @Produces
  @Singleton
  Ids ids(InstantSource clock, RandomGenerator random) {
    return new Ids(clock, random);
  }
}
