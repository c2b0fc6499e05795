package dev.countersign.job;

import java.util.Locale;

/// Whose money a call is paid from: each is paid from both.
public enum Budget {
  /// What one job may spend.
  JOB,
  /// What its owner's jobs may spend in a calendar month (UTC).
  OWNER_MONTH;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
