package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A row as a line of prices: what stands in it, before it is known what it means.
///
/// @param start where the description begins in the row's text
/// @param end where it ends
/// @param amount null when the row says that its price is elsewhere
/// @param word what stands in place of or beside the amount ("included", "DEDUCT", "NIC")
/// @param certain whether it is laid out as a price line: columns, leader dots, currency
record PriceRow(
    Row row,
    @Nullable String ref,
    String description,
    int start,
    int end,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal amount,
    @Nullable Figure figure,
    String word,
    boolean certain) {

  PriceRow described(String text, @Nullable String itsRef, int from) {
    return new PriceRow(
        row, itsRef, text, from, end, quantity, unit, unitPrice, amount, figure, word, certain);
  }

  PriceRow measured(@Nullable BigDecimal count, @Nullable String of, @Nullable BigDecimal each) {
    return new PriceRow(
        row, ref, description, start, end, count, of, each, amount, figure, word, certain);
  }
}
