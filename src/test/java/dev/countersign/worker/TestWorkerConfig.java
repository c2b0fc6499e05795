package dev.countersign.worker;

import java.time.Duration;
import java.util.Optional;

/// Worker settings for tests.
record TestWorkerConfig(Duration heartbeat) implements WorkerConfig {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public Optional<String> function() {
    return Optional.empty();
  }

  @Override
  public int fanOut() {
    return 3;
  }
}
