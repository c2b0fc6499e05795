package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.PricedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Quantity times unit price of a line beside the amount it states.
///
/// @param product rounded to cents
record Extension(PricedLine line, BigDecimal product) {
  private static final List<BigDecimal> UNIT_FACTORS =
      List.of(
          new BigDecimal("9"), new BigDecimal("27"), new BigDecimal("100"), new BigDecimal("1000"));

  static Optional<Extension> of(PricedLine line) {
    if (line.quantity() == null || line.unitPrice() == null) return Optional.empty();
    if (line.amount().signum() == 0 || line.kind() == PricedLine.Kind.INCLUDED)
      return Optional.empty();
    var product = line.quantity().multiply(line.unitPrice()).setScale(2, RoundingMode.HALF_UP);
    return Optional.of(new Extension(line, product));
  }

  BigDecimal difference() {
    return product.abs().subtract(line.amount().abs());
  }

  /// Wrong beyond what rounding explains, and not because the price is for another unit than the
  /// quantity.
  boolean wrong() {
    return difference().abs().compareTo(rounding()) > 0 && !priceIsForAnotherUnit();
  }

  private BigDecimal rounding() {
    boolean wholeAmounts = line.amount().stripTrailingZeros().scale() <= 0;
    return wholeAmounts ? new BigDecimal("0.51") : new BigDecimal("0.02");
  }

  /// Wrong by no more than the last digit of the unit price or of the quantity makes up.
  boolean explainedByRounding() {
    var price = half(line.unitPrice()).multiply(nonNull(line.quantity()).abs());
    var quantity = half(line.quantity()).multiply(nonNull(line.unitPrice()).abs());
    boolean fractional = nonNull(line.quantity()).stripTrailingZeros().scale() > 0;
    return difference().abs().compareTo(fractional ? price.max(quantity) : price) <= 0;
  }

  private static BigDecimal half(@Nullable BigDecimal number) {
    return BigDecimal.valueOf(5, Math.max(nonNull(number).scale(), 0) + 1);
  }

  private static BigDecimal nonNull(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private boolean priceIsForAnotherUnit() {
    return UNIT_FACTORS.stream()
        .anyMatch(factor ->
            near(product, line.amount().multiply(factor))
                || near(product.multiply(factor), line.amount()));
  }

  private static boolean near(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(other.abs().multiply(new BigDecimal("0.002"))) <= 0;
  }
}
