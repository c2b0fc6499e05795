package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bids whose totals may be compared: those of the currency that most bids use.
final class SameCurrency {
  private SameCurrency() {}

  static List<Bid> of(List<Bid> bids) {
    var counts = new LinkedHashMap<String, Integer>();
    bids.forEach(bid -> counts.merge(bid.currency(), 1, Integer::sum));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    var common =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .map(Map.Entry::getKey)
            .findFirst();
    return bids.stream().filter(bid -> common.filter(bid.currency()::equals).isPresent()).toList();
  }
}
