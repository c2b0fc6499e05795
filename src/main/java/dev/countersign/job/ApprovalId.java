package dev.countersign.job;

/// Names one request for a decision: `apr_` and a UUIDv7. Knowing it permits nothing.
public record ApprovalId(String value) {
  public ApprovalId {
    if (!value.matches("apr_[0-9a-f-]{36}"))
      throw new IllegalArgumentException("not an approval id: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
