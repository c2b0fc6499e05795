package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.ScopeOfWork;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// What the bids usually ask for an item, to tell whether a line could be its price.
final class UsualPrices {
  private final List<ScopeOfWork.Item> items;
  private final List<AlignedBid> bids;

  UsualPrices(List<ScopeOfWork.Item> items, List<AlignedBid> bids) {
    this.items = items;
    this.bids = bids;
  }

  /// The mean of the bids that price the item by itself.
  Optional<BigDecimal> of(int item) {
    var prices = bids.stream().flatMap(bid -> bid.ownPrice(item).stream()).toList();
    if (prices.isEmpty()) return Optional.empty();
    var sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(sum.divide(BigDecimal.valueOf(prices.size()), MathContext.DECIMAL64));
  }

  /// Whether an amount is within 40 % of the usual price.
  boolean plausible(int item, BigDecimal amount) {
    return of(item)
        .filter(usual -> usual.signum() > 0)
        .map(usual -> amount.divide(usual, MathContext.DECIMAL64).doubleValue())
        .filter(ratio -> ratio > 0.6 && ratio < 1.5)
        .isPresent();
  }

  int size() {
    return items.size();
  }
}
