package dev.countersign.lambda;

import dev.countersign.HttpDouble;
import java.util.Map;

/// Where a function with SnapStart gets its role's credentials from: they may not be in the
/// snapshot, so Lambda leaves them out of the environment and names this address there.
final class ContainerCredentials implements AutoCloseable {
  private final HttpDouble http;

  ContainerCredentials(String accessKey, String secretKey) {
    var answer =
        """
        {"AccessKeyId":"%s","SecretAccessKey":"%s","Token":"token","Expiration":"2099-01-01T00:00:00Z"}
        """
            .formatted(accessKey, secretKey);
    http = HttpDouble.playing(_ -> HttpDouble.Answer.ok(answer));
  }

  Map<String, String> environment() {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        http.endpoint() + "/credentials",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "token");
  }

  @Override
  public void close() {
    http.close();
  }
}
