package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/// Whether a bid's figures agree with each other.
final class Sums {
  private Sums() {}

  /// Whether the lines add up to what the bid says they do, with or without tax.
  static boolean fit(Bid bid) {
    var subtotal = bid.subtotal();
    if (subtotal != null) return same(bid.computedSubtotal(), subtotal.value());
    var total = bid.total();
    return total != null
        && (same(bid.computedTotal(), total.value())
            || same(bid.computedSubtotal(), total.value()));
  }

  static boolean isOne(Bid bid, BigDecimal amount) {
    return Stream.of(bid.subtotal(), bid.tax(), bid.total())
        .filter(Objects::nonNull)
        .anyMatch(sum -> same(sum.value(), amount));
  }

  static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }
}
