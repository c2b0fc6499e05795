package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.source.Document;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that the checks look at.
///
/// @param scope null when the packet has none
/// @param documents all that was read, for finding what is nowhere else; may lack some
public record Packet(
    @Nullable ScopeOfWork scope, List<Bid> bids, Alignment alignment, List<Document> documents) {
  public Packet {
    bids = List.copyOf(bids);
    documents = List.copyOf(documents);
  }

  /// What is to be priced: the scope's items, or without a scope what the bids price.
  List<ScopeOfWork.Item> items() {
    if (scope != null && !scope.items().isEmpty()) return scope.items();
    return alignment.rows().stream().map(Packet::asItem).toList();
  }

  private static ScopeOfWork.Item asItem(Alignment.Row row) {
    var nowhere = new Citation("", "", 1, row.description());
    return new ScopeOfWork.Item(row.itemId(), null, row.description(), null, null, null, nowhere);
  }

  boolean hasItems() {
    return scope != null && !scope.items().isEmpty();
  }

  List<ScopeOfWork.Requirement> requirements() {
    return scope == null ? List.of() : scope.requirements();
  }

  Optional<Document> document(Bid bid) {
    return documents.stream().filter(document -> document.id().equals(bid.source())).findFirst();
  }

  Optional<Alignment.Cell> cell(String itemId, Bid bid) {
    return alignment.rows().stream()
        .filter(row -> row.itemId().equals(itemId))
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.bid().equals(bid.source()))
        .findFirst();
  }

  /// The bid's lines that are this item's.
  List<PricedLine> lines(String itemId, Bid bid) {
    var numbers = cell(itemId, bid).map(Alignment.Cell::lines).orElse(List.of());
    return bid.baseLines().stream().filter(line -> numbers.contains(line.number())).toList();
  }

  /// How many items the line is the price of.
  long itemsOf(PricedLine line, Bid bid) {
    return items().stream().filter(item -> lines(item.id(), bid).contains(line)).count();
  }
}
