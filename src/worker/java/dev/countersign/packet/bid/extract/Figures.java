package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the numbers of a line: signs, parentheses, currencies and both decimal marks. Parts of
/// words, dates, sizes ("2x4", "R-30", "20-year") and telephone numbers are none.
final class Figures {
  private static final String CURRENCY =
      "(?:US\\$|USD|CA\\$|C\\$|CAD|A\\$|AUD|NZ\\$|EUR|CHF|SFr\\.?|Fr\\.(?=\\s?\\d)|GBP|SEK|NOK|DKK|\\$|€|£)";
  private static final String MINUS = "[-−–]";
  static final Pattern RATE =
      Pattern.compile(
          "^\\s*(?:/\\s?[A-Za-z]|per\\b|an? (?:hour|day|week|month|foot|yard|square|piece|sheet)\\b|each\\b|hourly\\b|apiece\\b)",
          Pattern.CASE_INSENSITIVE);

  private final NumberStyle style;
  private final Pattern pattern;

  Figures(NumberStyle style) {
    this.style = style;
    this.pattern =
        Pattern.compile(
            "(?<![\\p{L}\\d/#'’]|\\d[.,]|[\\p{L}\\d][-–:])(?<open>\\()?\\s?(?<minus>(?<=^|[\\s(])"
                + MINUS
                + ")?(?<cur>"
                + CURRENCY
                + "\\s?)?(?<minus2>"
                + MINUS
                + "\\s?)?(?<paren2>\\()?(?<num>"
                + style.expression()
                + ")(?<unit>(?=(?:SF|LF|SY|EA|CY|LS|SQ|HR|hr|sf|lf|sy|ea)\\b))?(?<pct>\\s?(?:%|percent\\b))?(?<cur2>[ \u00A0]?"
                + CURRENCY
                + "(?![\\w]))?(?<close>\\s?\\))?(?<trail>"
                + MINUS
                + "(?=\\s|$)|\\s?CR\\b)?");
  }

  NumberStyle style() {
    return style;
  }

  List<Figure> in(String line) {
    if (line.chars().noneMatch(c -> c >= '0' && c <= '9')) return List.of();
    List<Figure> found = new ArrayList<>();
    Matcher m = pattern.matcher(line);
    int from = 0;
    while (from <= line.length() && m.find(from)) {
      Figure figure = figure(m, line);
      if (figure != null) found.add(figure);
      from = Math.max(m.end(), m.start() + 1);
    }
    return found;
  }

  private @Nullable Figure figure(Matcher m, String line) {
    boolean currency = m.group("cur") != null || m.group("cur2") != null;
    if (!currency && m.group("pct") == null && partOfWord(m, line)) return null;
    String written = m.group("num");
    BigDecimal value = style.value(written);
    boolean opened = m.group("open") != null || m.group("paren2") != null;
    boolean closed = m.group("close") != null;
    boolean minus =
        m.group("minus") != null
            || m.group("minus2") != null
            || m.group("trail") != null
            || (opened
                && closed
                && !line.substring(0, m.start())
                    .matches("(?is).*(?:dollars?|euros?|cents?|pounds|francs|/\\s?100)\\.?\\s*"));
    int start = opened && !closed && m.group("open") != null ? m.start("open") + 1 : m.start();
    int end = closed && !opened ? m.start("close") : m.end();
    while (start < end && Character.isWhitespace(line.charAt(start))) start++;
    return new Figure(
        start,
        end,
        minus ? value.negate() : value,
        currency,
        m.group("pct") != null,
        style.decimals(written),
        written.length() > 4 && written.matches("\\d{1,3}\\D\\d{3}.*"));
  }

  /// "20-year", "12x24", "3/4", "2nd": what follows makes it no number of its own.
  private static boolean partOfWord(Matcher m, String line) {
    if (m.group("unit") != null) return false;
    int at = m.end("num");
    if (at >= line.length()) return false;
    char next = line.charAt(at);
    if (Character.isLetterOrDigit(next) || "\"'”’″′×/#°½".indexOf(next) >= 0) return true;
    boolean more = at + 1 < line.length();
    if ((next == '-' || next == '–') && more) return Character.isLetterOrDigit(line.charAt(at + 1));
    return (next == '.' || next == ',' || next == ':')
        && more
        && Character.isDigit(line.charAt(at + 1));
  }
}
