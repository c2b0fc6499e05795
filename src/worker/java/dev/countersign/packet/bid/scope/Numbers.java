package dev.countersign.packet.bid.scope;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as scopes write them: "18,400", "1.234,50", "2 400", "$1,500".
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\(?-?\\d[\\d,.  ]*\\d\\)?|-?\\d");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:[$€£]|\\b(?:USD|EUR|GBP|CAD|CHF)\\b)\\s*(\\d[\\d.,]*\\d|\\d)|(\\d[\\d.,]*\\d|\\d)\\s*(?:[€£]|\\b(?:USD|EUR|GBP|CAD|CHF|dollars|euros?)\\b)|\\bcarry\\b\\D{0,12}(\\d[\\d.,]*\\d)",
          Pattern.CASE_INSENSITIVE);

  private Numbers() {}

  /// The number that the whole text is, maybe with "approx." or "±" before it.
  static Optional<BigDecimal> whole(String text) {
    var plain =
        text.strip().replaceFirst("(?i)^(?:approx\\.?|about|ca\\.?|est\\.?|±|\\+/-|~)\\s*", "");
    return NUMBER.matcher(plain).matches() ? Optional.of(parse(plain)) : Optional.empty();
  }

  /// The first amount of money in the text.
  static Optional<BigDecimal> money(String text) {
    var matcher = MONEY.matcher(text);
    if (!matcher.find()) return Optional.empty();
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null) return Optional.of(parse(matcher.group(group)));
    }
    return Optional.empty();
  }

  /// Three digits after a single mark are thousands: no quantity is told to a thousandth. The last
  /// of comma and point is the decimal mark, unless three digits follow each of its kind.
  private static BigDecimal parse(String text) {
    var digits = text.replaceAll("[^\\d.,-]", "").replaceAll("[.,]+$", "");
    int comma = digits.lastIndexOf(',');
    int point = digits.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      var thousands = comma > point ? "." : ",";
      return new BigDecimal(digits.replace(thousands, "").replace(',', '.'));
    }
    if (comma >= 0)
      return new BigDecimal(
          grouped(digits, ",") ? digits.replace(",", "") : digits.replace(',', '.'));
    return new BigDecimal(
        digits.matches("-?[1-9]\\d{0,2}(?:\\.\\d{3})+") ? digits.replace(".", "") : digits);
  }

  private static boolean grouped(String digits, String mark) {
    return digits.matches("-?\\d{1,3}(?:" + mark + "\\d{3})+");
  }
}
