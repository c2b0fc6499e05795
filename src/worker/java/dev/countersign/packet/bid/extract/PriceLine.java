package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A price with its description and place, not yet judged as part of the bid's price.
///
/// @param order where it stands in the document
/// @param amount null when it says that its price is elsewhere
/// @param word what stands beside or in place of the amount
record PriceLine(
    int order,
    int group,
    Section section,
    LineLabel label,
    @Nullable String ref,
    String description,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal amount,
    String word,
    boolean certain,
    Citation citation) {

  PriceLine labelled(LineLabel other) {
    return new PriceLine(
        order,
        group,
        section,
        other,
        ref,
        description,
        quantity,
        unit,
        unitPrice,
        amount,
        word,
        certain,
        citation);
  }

  BigDecimal value() {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  boolean elsewhere() {
    return word.startsWith("ELSEWHERE: ");
  }

  boolean notPriced() {
    return word.startsWith("NOT: ");
  }
}
