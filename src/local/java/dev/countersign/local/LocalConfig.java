package dev.countersign.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the one process works.
@ConfigMapping(prefix = "countersign.local")
public interface LocalConfig {
  /// How many jobs are worked on at a time.
  @WithDefault("3")
  int workers();

  /// How often the sweeper looks for what is past due; in the cloud a schedule calls it.
  @WithDefault("3s")
  Duration sweepEvery();

  /// How long a stop waits for steps that run.
  @WithDefault("10s")
  Duration patience();
}
