package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines up what every bid prices with what the scope asks for; without a scope, with what any of
/// the bids prices.
public final class AlignBids {
  private final TradeWords words = new TradeWords();

  /// One row an item and one cell a bid, in the order given.
  public Alignment align(@Nullable ScopeOfWork scope, List<Bid> bids) {
    return align(scope, bids, List.of());
  }

  /// The same, with lines put where somebody else has found them to belong.
  public Alignment align(@Nullable ScopeOfWork scope, List<Bid> bids, List<Placement> placements) {
    var items =
        scope == null || scope.items().isEmpty()
            ? new UnionOfBids(words).items(bids)
            : scope.items();
    var likeness = new Likeness(words, items);
    var aligned = bids.stream().map(bid -> new AlignedBid(words, likeness, items, bid)).toList();
    var prices = new UsualPrices(items, aligned);
    aligned.forEach(bid -> bid.fillGaps(prices));
    placements.forEach(one -> aligned.forEach(bid -> bid.place(one)));
    return new Alignment(rows(items, aligned), unplaced(aligned));
  }

  private static List<Alignment.Row> rows(List<ScopeOfWork.Item> items, List<AlignedBid> aligned) {
    var rows = new ArrayList<Alignment.Row>();
    for (int item = 0; item < items.size(); item++) {
      var cells = new ArrayList<Alignment.Cell>();
      for (var bid : aligned) cells.add(bid.cell(item));
      rows.add(new Alignment.Row(items.get(item).id(), items.get(item).description(), cells));
    }
    return rows;
  }

  private static List<Alignment.Unplaced> unplaced(List<AlignedBid> aligned) {
    return aligned.stream().flatMap(bid -> bid.unplaced().stream()).toList();
  }
}
