package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;

/// A number as it stands in a line of text.
///
/// @param start where it begins in the line, sign and currency included
/// @param value signed
/// @param currency whether a currency stands with it
/// @param decimals how many digits follow the decimal mark
/// @param grouped whether its thousands are set apart
record Figure(
    int start,
    int end,
    BigDecimal value,
    boolean currency,
    boolean percent,
    int decimals,
    boolean grouped) {

  /// Whether it is written as money is, so that it needs no column to be taken for it.
  boolean money() {
    return !percent && (currency || decimals == 2 || grouped);
  }

  /// Whether it can be an amount if it stands where amounts stand.
  boolean maybeMoney() {
    return !percent && decimals != 1 && decimals <= 2;
  }
}
