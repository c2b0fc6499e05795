package dev.countersign.approval;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/// The secrets of this stage. Each is a list of `ID:BASE64`, at least 32 bytes of secret. The first
/// signs and all verify, so that a new key can be put in front of the old one.
@ConfigMapping(prefix = "countersign.keys")
public interface KeyConfig {
  /// Signs the links in notifications.
  List<String> links();

  /// Seals decisions, so that whoever can write the table cannot make one up.
  List<String> decisions();
}
