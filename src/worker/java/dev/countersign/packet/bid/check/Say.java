package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// How amounts, dates and pages are written in a sentence.
final class Say {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
  private static final int SHORT = 140;

  private Say() {}

  static String money(BigDecimal amount, Bid bid) {
    var number = String.format(Locale.US, "%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
    var sign = amount.signum() < 0 ? "-" : "";
    return "USD".equals(bid.currency())
        ? sign + "$" + number
        : sign + bid.currency() + " " + number;
  }

  static String number(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return String.format(Locale.US, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }

  static String date(LocalDate date) {
    return DAY.format(date);
  }

  static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }

  static String pages(List<Integer> pages) {
    if (pages.isEmpty()) return "the bid";
    if (pages.size() == 1) return "page " + pages.getFirst();
    boolean inRow = pages.getLast() - pages.getFirst() == pages.size() - 1;
    return inRow ? "pages " + pages.getFirst() + " to " + pages.getLast() : "pages " + list(pages);
  }

  static String list(Collection<?> things) {
    var words = things.stream().map(Object::toString).toList();
    if (words.size() < 2) return String.join("", words);
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /// A quotation short enough for a sentence.
  static String quote(String text) {
    var plain = text.replaceAll("\\s+", " ").strip();
    return "“"
        + (plain.length() <= SHORT ? plain : plain.substring(0, SHORT - 1).strip() + "…")
        + "”";
  }

  static String name(Bid bid) {
    return bid.bidder().value();
  }
}
