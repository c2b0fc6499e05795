package dev.countersign.job;

import java.util.List;
import java.util.Locale;

/// How much care a proposal asks for, computed from what it would do and never said by a model.
///
/// @param reasons sentences, the weightiest first; nothing from a document, no address
public record Risk(Level level, List<String> reasons) {
  /// Of what was proposed before risk was kept.
  static final Risk UNKNOWN = new Risk(Level.LOW, List.of());

  public Risk {
    reasons = List.copyOf(reasons);
  }

  public enum Level {
    LOW,
    MEDIUM,
    HIGH;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
