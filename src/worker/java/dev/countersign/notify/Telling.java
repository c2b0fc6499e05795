package dev.countersign.notify;

import java.util.HashMap;
import java.util.Map;

/// One run of telling: which channels have failed in it, so that the run does not wait for one of
/// them again and again.
public final class Telling {
  private static final int PATIENCE = 3;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Integer> givenUp = new HashMap<>();

  boolean deaf(String channel) {
    return failures.getOrDefault(channel, 0) >= PATIENCE;
  }

  void failed(String channel, boolean forGood) {
    (forGood ? givenUp : failures).merge(channel, 1, Integer::sum);
  }

  /// How many could not be told by each channel, and will be later.
  public Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  /// How many will never be told by each.
  public Map<String, Integer> givenUp() {
    return Map.copyOf(givenUp);
  }
}
