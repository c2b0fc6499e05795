package dev.countersign.browser;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The time of day, and days later when a test says so.
@Alternative
@Priority(1)
@Singleton
@IfBuildProfile(InTheBrowser.PROFILE)
public class MovedClock implements InstantSource {
  private final InstantSource real = Clock.tickMillis(ZoneOffset.UTC);
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  void advance(Duration by) {
    ahead.updateAndGet(sofar -> sofar.plus(by));
  }
}
