package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What to compare bids on when there is no scope: everything that any of them prices, once.
final class UnionOfBids {
  private static final double SAME = 0.5;

  private final TradeWords words;

  UnionOfBids(TradeWords words) {
    this.words = words;
  }

  /// Items in the order of the most detailed bid; what only others price comes after.
  List<ScopeOfWork.Item> items(List<Bid> bids) {
    var items = new ArrayList<ScopeOfWork.Item>();
    bids.stream()
        .sorted(Comparator.comparingInt((Bid bid) -> bid.baseLines().size()).reversed())
        .forEach(bid -> add(items, bid));
    return items;
  }

  private void add(List<ScopeOfWork.Item> items, Bid bid) {
    var lines =
        bid.baseLines().stream().filter(line -> line.kind() != PricedLine.Kind.LUMP_SUM).toList();
    if (lines.size() < 2 && !items.isEmpty()) return;
    var scores = new LineScores(words, new Likeness(words, items), List.copyOf(items), lines).all();
    var placed = BestAssignment.of(scores, items.size(), SAME);
    for (int line = 0; line < lines.size(); line++) {
      if (placed[line] < 0) items.add(item(items.size() + 1, lines.get(line)));
    }
  }

  private static ScopeOfWork.Item item(int number, PricedLine line) {
    return new ScopeOfWork.Item(
        Integer.toString(number),
        null,
        line.description(),
        line.quantity(),
        line.unit(),
        null,
        line.citation());
  }
}
