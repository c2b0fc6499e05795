package dev.countersign.packet.bid.present;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/// Money and numbers as people read them, the same on every machine whatever its locale.
public final class Amounts {
  private static final Map<String, String> SIGNS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "CAD", "CA$", "AUD", "A$", "NZD", "NZ$");

  private Amounts() {}

  /// "$1,450.00", "-€9.50", "1,450.00 CHF".
  public static String money(BigDecimal amount, String currency) {
    return money(amount, currency, 2);
  }

  /// A unit price, with the decimals it was given: "$0.925".
  static String price(BigDecimal price, String currency) {
    return money(price, currency, 6);
  }

  private static String money(BigDecimal amount, String currency, int decimals) {
    String digits = decimal(amount.abs(), 2, decimals);
    String minus = amount.signum() < 0 ? "-" : "";
    String sign = SIGNS.get(currency);
    return sign == null ? minus + digits + " " + currency : minus + sign + digits;
  }

  /// Money with its sign always said: "+$2,400.00".
  static String effect(BigDecimal amount, String currency) {
    return (amount.signum() > 0 ? "+" : "") + money(amount, currency);
  }

  /// A quantity or a unit price, with no more decimals than it was given: "420", "17.5".
  static String number(BigDecimal number) {
    return decimal(number, 0, 6);
  }

  /// The number format of a spreadsheet cell in this currency. It holds no quote marks: the
  /// workbook writer does not escape them.
  static String cellFormat(String currency) {
    String sign = SIGNS.get(currency);
    String plain =
        sign == null ? "#,##0.00 [$" + letters(currency) + "-409]" : "[$" + sign + "-409]#,##0.00";
    return plain + ";[Red]-" + plain;
  }

  /// A currency code comes from a document; only its letters may enter a number format.
  private static String letters(String currency) {
    return currency.replaceAll("[^A-Za-z]", "");
  }

  private static String decimal(BigDecimal number, int least, int most) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
