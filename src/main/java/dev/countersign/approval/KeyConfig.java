package dev.countersign.approval;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Where the secrets of this stage come from: one stored secret, or keys in the settings. A list
/// holds `ID:BASE64`, at least 32 bytes each; the first signs and all verify.
@ConfigMapping(prefix = "countersign.keys")
public interface KeyConfig {
  /// The ARN or name of the secret in AWS Secrets Manager from which all keys are made.
  Optional<String> secret();

  /// Signs the links in notifications.
  Optional<List<String>> links();

  /// Seals decisions, so that whoever can write the table cannot make one up.
  Optional<List<String>> decisions();

  /// The seeds of the key pairs that sign receipts; made from those for links when left out.
  Optional<List<String>> receipts();
}
