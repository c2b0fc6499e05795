package dev.countersign.workflow;

import java.util.Locale;

/// How a job is dealt with: answered in the request, in the background, or stopped for a signature.
/// Ordered: a caller may raise the lane, never lower it.
public enum Lane {
  INTERACTIVE,
  BACKGROUND,
  APPROVAL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
