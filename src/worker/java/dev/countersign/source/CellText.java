package dev.countersign.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/// A cell of a workbook as a person sees it: dates in ISO form, numbers with the decimals,
/// separators and currency of their format.
final class CellText {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
  private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\]-]*)[^\\]]*]|([$€£¥])");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern DECIMALS = Pattern.compile("[0#]\\.([0#?]+)");

  /// Spreadsheets keep binary floats; what is beyond 15 digits is not what was typed.
  private static final MathContext TYPED = new MathContext(15);

  private CellText() {}

  static String of(Cell cell, boolean date1904) {
    return switch (cell.getType()) {
      case NUMBER -> number(cell.asNumber(), format(cell), date1904);
      case FORMULA -> computed(cell, date1904);
      case BOOLEAN, STRING, ERROR ->
          cell.getValue() == null ? "" : PlainText.line(cell.getValue().toString());
      case EMPTY -> "";
    };
  }

  /// The value that the last program stored; without one, the formula as text.
  private static String computed(Cell cell, boolean date1904) {
    String raw = cell.getRawValue();
    if (raw == null || raw.isBlank()) return "=" + cell.getFormula();
    try {
      return number(new BigDecimal(raw), format(cell), date1904);
    } catch (NumberFormatException e) {
      return PlainText.line(raw);
    }
  }

  private static String format(Cell cell) {
    String format = cell.getDataFormatString();
    return format == null ? "General" : format;
  }

  static String number(BigDecimal value, String format, boolean date1904) {
    String shown = format.split(";", 2)[0];
    String codes = BRACKETS.matcher(QUOTED.matcher(shown).replaceAll("")).replaceAll("");
    if (isDate(codes)) return date(value, date1904, codes);
    BigDecimal typed = value.round(TYPED);
    if (codes.contains("%")) return decimal(typed.movePointRight(2), codes) + "%";
    if (!codes.contains("0") && !codes.contains("#")) return plain(typed);
    return money(typed, format, codes);
  }

  private static String money(BigDecimal typed, String format, String codes) {
    Matcher currency = CURRENCY.matcher(QUOTED.matcher(format).replaceAll("$1"));
    String sign = "";
    if (currency.find()) {
      sign = currency.group(1) != null ? currency.group(1) : currency.group(2);
    }
    String amount = sign + decimal(typed.abs(), codes);
    if (typed.signum() >= 0) return amount;
    boolean parentheses = format.contains("(") && format.contains(";");
    return parentheses ? "(" + amount + ")" : "-" + amount;
  }

  private static String decimal(BigDecimal typed, String codes) {
    if (codes.contains("E+") || codes.contains("/")) return plain(typed);
    Matcher decimals = DECIMALS.matcher(codes);
    String pattern = codes.contains("#,##") || codes.contains("0,0") ? "#,##0" : "0";
    if (decimals.find()) pattern += "." + decimals.group(1).replace('?', '#');
    DecimalFormat shown = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    shown.setRoundingMode(RoundingMode.HALF_UP);
    return shown.format(typed);
  }

  private static String plain(BigDecimal typed) {
    return typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(String codes) {
    String lower = codes.toLowerCase(Locale.ROOT);
    return !lower.contains("general") && !lower.contains("0.0") && lower.matches(".*[ymdhs].*");
  }

  private static String date(BigDecimal value, boolean date1904, String codes) {
    if (value.signum() < 0 || value.precision() - value.scale() > 7) return plain(value);
    LocalDateTime zero = LocalDateTime.of(date1904 ? 1904 : 1899, date1904 ? 1 : 12, 1, 0, 0);
    long days = value.longValue() + (date1904 ? 0 : 29);
    long seconds =
        value
            .remainder(BigDecimal.ONE)
            .multiply(BigDecimal.valueOf(86_400))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime moment = zero.plusDays(days).plusSeconds(seconds);
    boolean hasDay = codes.toLowerCase(Locale.ROOT).matches(".*[yd].*");
    if (!hasDay && value.compareTo(BigDecimal.ONE) < 0) return moment.toLocalTime().toString();
    boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }
}
