package dev.countersign.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Watches from outside who asked first and who was served first.
final class WaitingLine {
  private final Map<String, Integer> waiting = new LinkedHashMap<>();
  private final List<Integer> passedOver = new ArrayList<>();
  private final Map<String, Boolean> served = new HashMap<>();

  /// Only its first time counts.
  synchronized void asks(String who) {
    if (!served.containsKey(who)) waiting.putIfAbsent(who, 0);
  }

  /// All who asked before it and wait still were passed over once more.
  synchronized void served(String who) {
    if (served.put(who, true) != null) return;
    for (var before : waiting.entrySet()) {
      if (before.getKey().equals(who)) break;
      before.setValue(before.getValue() + 1);
    }
    var times = waiting.remove(who);
    if (times != null) passedOver.add(times);
  }

  /// For each that was served, how often it had been.
  synchronized List<Integer> passedOver() {
    return List.copyOf(passedOver);
  }
}
