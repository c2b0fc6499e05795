package dev.countersign.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How files may come before their job.
@ConfigMapping(prefix = "countersign.uploads")
public interface UploadLimits {
  /// How many may be announced in one request.
  @WithDefault("20")
  int mostFiles();

  /// How long an address to PUT to works.
  @WithDefault("15M")
  Duration linkLives();

  /// How long after it was announced an upload can be submitted; less than the two days after which
  /// the bucket drops it.
  @WithDefault("1D")
  Duration lives();
}
