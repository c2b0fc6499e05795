package dev.countersign.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of the HTTP API.
@ConfigMapping(prefix = "countersign.http")
public interface HttpConfig {
  /// How many bytes may come in one request: 4 MiB, because a function's 6 MB count base64. In the
  /// one-process form 100 MB.
  @WithDefault("4194304")
  long mostBytes();

  /// The most that `Prefer: wait=N` (RFC 7240) is honoured.
  @WithDefault("20S")
  Duration mostWait();

  /// How long a request may take, waiting included: less than the 30 s after which API Gateway
  /// gives up (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html).
  @WithDefault("25S")
  Duration mostRequest();

  /// How often a waiting request looks at its job.
  @WithDefault("0.1S")
  Duration lookEvery();
}
