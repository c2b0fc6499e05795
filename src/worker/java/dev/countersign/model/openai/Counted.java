package dev.countersign.model.openai;

import dev.countersign.model.Usage;
import org.jspecify.annotations.Nullable;

/// Usage as a provider reports it, which may be nonsense.
final class Counted {
  private Counted() {}

  /// Null, which is the worst case, when it does not add up.
  static @Nullable Usage of(long input, long cached, long output, long reasoning) {
    boolean sound =
        input >= 0
            && output >= 0
            && cached >= 0
            && cached <= input
            && reasoning >= 0
            && reasoning <= output;
    return sound ? new Usage(input, cached, output, reasoning) : null;
  }
}
