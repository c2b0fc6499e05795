package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.ScopeOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much a text speaks of an item of the scope, from 0 to 1. What many items have in common says
/// less than what one has alone.
public final class Likeness {
  private final TradeWords words;
  private final Map<String, Double> rarity = new HashMap<>();
  private final Map<String, Map<String, Double>> things = new LinkedHashMap<>();

  public Likeness(TradeWords words, List<ScopeOfWork.Item> items) {
    this.words = words;
    var counts = new HashMap<String, Integer>();
    for (var item : items) {
      words.in(item.description()).forEach(thing -> counts.merge(thing, 1, Integer::sum));
    }
    double most = Math.log(1 + Math.max(items.size(), 4));
    counts.forEach((thing, count) ->
        rarity.put(thing, Math.log(1 + (double) Math.max(items.size(), 4) / count) / most));
    for (var item : items) things.put(item.id(), ofItem(item.description()));
  }

  private Map<String, Double> ofItem(String description) {
    var head = words.in(description.split("[,:;(]|\\bwith\\b|\\bincl", 2)[0]);
    var weights = new LinkedHashMap<String, Double>();
    for (String thing : words.in(description)) {
      weights.put(thing, weight(thing) * (head.contains(thing) ? 1.5 : 1));
    }
    return weights;
  }

  private double weight(String thing) {
    return words.weight(thing) * rarity.getOrDefault(thing, 1.0);
  }

  /// How alike a priced line's words and an item's are: how much of the shorter is in the longer,
  /// tempered by how much of both is shared.
  public double between(String itemId, String text) {
    var item = things.getOrDefault(itemId, Map.of());
    var line = words.in(text);
    double shared = 0;
    double itemAll = sum(item.values());
    double lineAll = 0;
    double sharedLine = 0;
    for (String thing : line) {
      double weight = weight(thing);
      lineAll += weight;
      double part = part(item, thing);
      sharedLine += part * weight;
      shared += part * item.getOrDefault(thing, weight);
    }
    if (itemAll == 0 || lineAll == 0) return 0;
    double ofItem = Math.min(1, shared / itemAll);
    double ofLine = Math.min(1, sharedLine / lineAll);
    double both = ofItem + ofLine == 0 ? 0 : 2 * ofItem * ofLine / (ofItem + ofLine);
    return 0.5 * Math.max(ofItem, ofLine) + 0.5 * both;
  }

  /// How much of a text is about the item: 1 when all things it names are the item's.
  public double share(String itemId, String text) {
    return share(itemId, words.in(text));
  }

  double share(String itemId, Set<String> named) {
    var item = things.getOrDefault(itemId, Map.of());
    double all = 0;
    double shared = 0;
    for (String thing : named) {
      all += weight(thing);
      shared += part(item, thing) * weight(thing);
    }
    return all == 0 ? 0 : shared / all;
  }

  /// How much of the item a text names: 1 when it names everything.
  public double coverage(String itemId, String text) {
    var item = things.getOrDefault(itemId, Map.of());
    var named = words.in(text);
    double all = sum(item.values());
    double shared = 0;
    for (var entry : item.entrySet())
      if (named.contains(entry.getKey())) shared += entry.getValue();
    return all == 0 ? 0 : shared / all;
  }

  private double part(Map<String, Double> item, String thing) {
    if (item.containsKey(thing)) return 1;
    return item.keySet().stream().anyMatch(other -> words.together(thing, other)) ? 0.5 : 0;
  }

  private static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
