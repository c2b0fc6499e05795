package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the other bids of the same currency ask for an item.
final class OtherBids {
  private OtherBids() {}

  /// Their prices for the item alone; a line that covers several items is no price of one of them.
  static List<BigDecimal> prices(Packet packet, String itemId, Bid without) {
    return pricing(packet, itemId, without).stream()
        .map(bid ->
            packet.lines(itemId, bid).stream()
                .filter(line -> packet.itemsOf(line, bid) == 1)
                .toList())
        .filter(lines -> !lines.isEmpty())
        .map(Totals::sum)
        .filter(price -> price.signum() > 0)
        .toList();
  }

  static List<Bid> pricing(Packet packet, String itemId, Bid without) {
    return packet.bids().stream()
        .filter(bid ->
            !bid.source().equals(without.source()) && bid.currency().equals(without.currency()))
        .filter(bid ->
            packet.cell(itemId, bid).filter(cell -> cell.standing() == Standing.PRICED).isPresent())
        .toList();
  }

  /// Whether at least two of them, and at least half, price it: what belongs to the job where no
  /// scope says so.
  static boolean mostPrice(Packet packet, String itemId, Bid without) {
    int pricing = pricing(packet, itemId, without).size();
    return pricing >= 2 && pricing * 2 >= packet.bids().size() - 1;
  }

  static Optional<BigDecimal> mean(Packet packet, String itemId, Bid without) {
    var prices = prices(packet, itemId, without);
    return prices.isEmpty() ? Optional.empty() : Optional.of(Totals.mean(prices));
  }
}
