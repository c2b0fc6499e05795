package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A line of a bid that has a price, or says in which other line its price is.
///
/// @param number its place in the bid, from 1
/// @param ref the bidder's or the scope's own item number, as written
/// @param amount signed: deducts are negative; zero for `INCLUDED`
/// @param label how the bid names an alternate ("Alternate 1", "Alternate A")
@RegisterForReflection
public record PricedLine(
    int number,
    @Nullable String ref,
    String description,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    BigDecimal amount,
    Kind kind,
    @Nullable String label,
    Citation citation) {
  /// What a price means for the total. `LUMP_SUM` is a price without breakdown for many items.
  public enum Kind {
    BASE,
    ALLOWANCE,
    ALTERNATE,
    INCLUDED,
    LUMP_SUM
  }
}
