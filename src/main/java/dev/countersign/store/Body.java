package dev.countersign.store;

/// A stored text: beside its reference when it is small, in S3 when it is not.
public sealed interface Body {
  record Inline(String text) implements Body {}

  /// @param bytes its size
  record InS3(String key, String sha256, long bytes) implements Body {}
}
