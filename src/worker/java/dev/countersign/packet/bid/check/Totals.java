package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The totals of a bid as it states them and as they are when its arithmetic is done again.
final class Totals {
  private static final BigDecimal PART_OF_IT = new BigDecimal("0.30");

  private Totals() {}

  static Optional<BigDecimal> stated(Bid bid) {
    if (bid.total() != null) return Optional.of(bid.total().value());
    return hasLines(bid) ? Optional.of(bid.computedTotal()) : Optional.empty();
  }

  /// The lines as they are priced and the stated tax; the stated total where the lines are no full
  /// breakdown of it. Wrong line extensions are told and not mended: which figure governs is for
  /// the parties to say.
  static Optional<BigDecimal> corrected(Bid bid) {
    var stated = stated(bid);
    if (!breaksDown(bid)) return stated;
    return Optional.of(leavesTaxOut(bid) ? bid.computedSubtotal() : bid.computedTotal());
  }

  private static boolean leavesTaxOut(Bid bid) {
    return bid.total() != null && same(bid.computedSubtotal(), bid.total().value());
  }

  /// Whether the lines are meant to add up to the total: several of them, and not far from it.
  static boolean breaksDown(Bid bid) {
    if (!hasLines(bid)) return false;
    if (bid.total() == null) return true;
    if (positive(bid) < 2) return same(bid.computedTotal(), bid.total().value());
    var far = bid.total().value().abs().multiply(PART_OF_IT);
    return bid.computedTotal().subtract(bid.total().value()).abs().compareTo(far) <= 0;
  }

  private static long positive(Bid bid) {
    return bid.baseLines().stream().filter(line -> line.amount().signum() > 0).count();
  }

  private static boolean hasLines(Bid bid) {
    return positive(bid) > 0;
  }

  /// What mending the line extensions adds to the sum of the lines.
  static BigDecimal mendedBy(Bid bid) {
    return bid.baseLines().stream()
        .flatMap(line -> Extension.of(line).stream())
        .filter(Extension::wrong)
        .map(Extension::difference)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static boolean same(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(new BigDecimal("0.02")) <= 0;
  }

  static BigDecimal mean(List<BigDecimal> amounts) {
    var sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(amounts.size()), 2, RoundingMode.HALF_UP);
  }

  static BigDecimal sum(List<PricedLine> lines) {
    return lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
