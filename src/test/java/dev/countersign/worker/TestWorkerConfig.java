package dev.countersign.worker;

import java.time.Duration;

/// Worker settings for tests.
record TestWorkerConfig(Duration heartbeat) implements WorkerConfig {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public int fanOut() {
    return 3;
  }
}
