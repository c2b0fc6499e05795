package dev.countersign.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much one submission may be.
@ConfigMapping(prefix = "countersign.limits")
public interface SubmitLimits {
  /// The most bytes of one file.
  @WithDefault("26214400")
  long fileBytes();

  /// The most bytes of all files of a job.
  @WithDefault("104857600")
  long jobBytes();

  /// How long an idempotency key is remembered.
  @WithDefault("7D")
  Duration remembersKeys();
}
