package dev.countersign.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of the HTTP API.
@ConfigMapping(prefix = "countersign.http")
public interface HttpConfig {
  /// How many bytes may come in one request; in the cloud 4 MB, because a function's 6 MB count
  /// base64.
  @WithDefault("100000000")
  long mostBytes();

  /// The most that `Prefer: wait=N` (RFC 7240) is honoured.
  @WithDefault("20S")
  Duration mostWait();

  /// How often a waiting request looks at its job.
  @WithDefault("0.25S")
  Duration lookEvery();
}
