package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// How a document writes its numbers, found from the numbers that allow only one reading.
///
/// @param decimal the mark before the decimals, point or comma
/// @param spaced whether thousands are set apart by spaces
record NumberStyle(char decimal, boolean spaced) {
  static final NumberStyle POINT = new NumberStyle('.', false);

  private static final Pattern POINT_ONLY =
      Pattern.compile(
          "(?<![\\w.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\w,])|(?<![\\w.,])\\d+\\.\\d{2}(?![\\w.,])");
  private static final Pattern COMMA_ONLY =
      Pattern.compile(
          "(?<![\\w.,])\\d{1,3}(?:[.\\u00A0\\u202F' ]\\d{3})+,(?:\\d{2}\\b|[-–—])|(?<![\\w.,])\\d{1,3}(?:\\.\\d{3})+(?![\\w.,]\\d)|(?<![\\w.,])\\d+,\\d{2}(?![\\w.,])");
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![\\w.,]|\\d )\\d{1,3}(?:[ \\u00A0\\u2009\\u202F]\\d{3})+(?:[.,]\\d{2})(?![\\w.,])");
  private static final Pattern GROUPED_BY_MARK =
      Pattern.compile("(?<![\\w.,])\\d{1,3}(?:[.,]\\d{3})+(?!\\w)");

  static NumberStyle of(CharSequence text) {
    long point = POINT_ONLY.matcher(text).results().count();
    long comma = COMMA_ONLY.matcher(text).results().count();
    long spaced = SPACED.matcher(text).results().count();
    long grouped = GROUPED_BY_MARK.matcher(text).results().count();
    return new NumberStyle(comma > point ? ',' : '.', spaced > grouped);
  }

  boolean comma() {
    return decimal == ',';
  }

  /// The expression of one number without sign or currency.
  String expression() {
    String space = spaced ? "\\u00A0\\u2009\\u202F " : "\\u00A0\\u2009\\u202F";
    String group = comma() ? "[.'’" + space + "]" : "[,'’" + space + "]";
    String mark = comma() ? "," : "\\.";
    return "\\d{1,3}(?:"
        + group
        + "\\d{3})+(?:"
        + mark
        + "(?:\\d+|[-–—]{1,2}))?(?!\\d)"
        + "|\\d+(?:"
        + mark
        + "(?:\\d+|[-–—]{1,2}(?=\\s|$)))?"
        + "|(?<![\\w])"
        + mark
        + "\\d+";
  }

  BigDecimal value(String written) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') plain.append(c);
      else if (c == decimal) plain.append('.');
    }
    String digits = plain.toString();
    return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
  }

  int decimals(String written) {
    int at = written.lastIndexOf(decimal);
    return at < 0 ? 0 : written.length() - at - 1;
  }
}
