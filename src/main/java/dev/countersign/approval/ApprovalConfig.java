package dev.countersign.approval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/// Where links lead, and the secrets of this stage.
@ConfigMapping(prefix = "countersign")
public interface ApprovalConfig {
  /// Where people reach this deployment, e.g. `https://sign.example.com`; links begin with it.
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  Keys keys();

  /// Each a list of `ID:BASE64`, at least 32 bytes of secret. The first signs and all verify, so
  /// that a new key can be put in front of the old one.
  interface Keys {
    /// Signs the links in notifications.
    List<String> links();

    /// Seals decisions, so that whoever can write the table cannot make one up.
    List<String> decisions();
  }
}
