package dev.countersign.approval;

import java.util.List;

/// Settings of the gate for tests; the secrets are not secret.
record TestKeys(List<String> links, List<String> decisions) implements KeyConfig {
  static final String OLD = "old:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  static final String NEW = "new:OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";

  static TestKeys only(String key) {
    return new TestKeys(List.of(key), List.of(key));
  }
}
