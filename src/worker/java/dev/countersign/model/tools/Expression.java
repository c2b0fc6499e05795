package dev.countersign.model.tools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads an expression and computes it in fractions, so that nothing is rounded on the way: `(1 /
/// 3) * 3` is 1. A comma is refused, because `sum(1,234)` could mean two things.
///
/// ```
/// sum     = product { ( "+" | "-" ) product }
/// product = factor { ( "*" | "/" ) factor }
/// factor  = [ "-" | "+" ] ( number | "(" sum ")" | name "(" sum { ";" sum } ")" ) [ "%" ]
/// name    = "sum" | "percent"
/// ```
final class Expression {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{1,20})?");
  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final BigFraction HUNDRED = BigFraction.of(100);
  private static final int DEEPEST = 40;

  private final String text;
  private int at;
  private int depth;

  private Expression(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException saying where it is no expression
  /// @throws ArithmeticException when it divides by zero
  static BigFraction value(String text) {
    var expression = new Expression(text.toLowerCase(Locale.ROOT));
    var value = expression.sum();
    if (!expression.atEnd()) throw expression.unexpected();
    return value;
  }

  private BigFraction sum() {
    var value = product();
    while (true) {
      if (takes('+')) value = value.add(product());
      else if (takes('-')) value = value.subtract(product());
      else return value;
    }
  }

  private BigFraction product() {
    var value = factor();
    while (true) {
      if (takes('*')) value = value.multiply(factor());
      else if (takes('/')) value = divided(value, factor());
      else return value;
    }
  }

  private BigFraction factor() {
    if (++depth > DEEPEST) throw new IllegalArgumentException("It is nested too deeply.");
    boolean minus = takes('-');
    if (!minus) takes('+');
    var value = unsigned();
    if (takes('%')) value = value.divide(HUNDRED);
    depth--;
    return minus ? value.negate() : value;
  }

  private BigFraction unsigned() {
    if (takes('(')) {
      var value = sum();
      expect(')');
      return value;
    }
    var number = matched(NUMBER);
    if (!number.isEmpty()) return fraction(new BigDecimal(number));
    return call(matched(NAME));
  }

  private BigFraction call(String name) {
    if (!name.equals("sum") && !name.equals("percent")) throw unexpected();
    expect('(');
    List<BigFraction> parts = new ArrayList<>(List.of(sum()));
    while (takes(';')) parts.add(sum());
    expect(')');
    if (name.equals("sum")) return parts.stream().reduce(BigFraction.ZERO, BigFraction::add);
    if (parts.size() != 2)
      throw new IllegalArgumentException("percent takes two values: percent(part; whole).");
    return divided(parts.getFirst(), parts.getLast()).multiply(HUNDRED);
  }

  private static BigFraction divided(BigFraction value, BigFraction by) {
    if (by.isZero()) throw new ArithmeticException("It divides by zero.");
    return value.divide(by);
  }

  static BigFraction fraction(BigDecimal number) {
    return BigFraction.of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  private String matched(Pattern pattern) {
    skipBlanks();
    var matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) return "";
    at = matcher.end();
    return matcher.group();
  }

  private boolean takes(char wanted) {
    if (atEnd() || text.charAt(at) != wanted) return false;
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!takes(wanted)) throw unexpected();
  }

  private boolean atEnd() {
    skipBlanks();
    return at >= text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
  }

  private IllegalArgumentException unexpected() {
    if (at < text.length() && text.charAt(at) == ',')
      return new IllegalArgumentException(
          "A comma at %d: write numbers without separators, and ; between values."
              .formatted(at + 1));
    return new IllegalArgumentException(
        atEnd()
            ? "It ends too early."
            : "It is no expression from character %d on.".formatted(at + 1));
  }
}
