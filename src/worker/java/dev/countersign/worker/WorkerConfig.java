package dev.countersign.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How this worker works.
@ConfigMapping(prefix = "countersign.worker")
public interface WorkerConfig {
  /// Begins the name that this process takes leases under. Where one process is all the workers
  /// there are, it may free what an earlier process of this name held.
  @WithDefault("worker")
  String name();

  /// How often a lease of 60 s is extended while a step runs.
  @WithDefault("20s")
  Duration heartbeat();

  /// Which Lambda function this runs in; empty elsewhere.
  @WithDefault("${AWS_LAMBDA_FUNCTION_NAME:}")
  Optional<String> function();

  /// How many items of a step are worked on at a time.
  @WithDefault("4")
  int fanOut();
}
