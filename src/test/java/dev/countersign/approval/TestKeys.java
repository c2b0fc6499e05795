package dev.countersign.approval;

import java.util.List;

/// Keys for tests; they are not secret.
final class TestKeys {
  static final String OLD = "old:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  static final String NEW = "new:OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";

  private TestKeys() {}

  static KeyRing only(String key) {
    return new ConfiguredKeys(List.of(key), List.of(key));
  }
}
