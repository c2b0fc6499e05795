package dev.countersign.packet.cite;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The numbers in a text, however they are written: `1,500.00` and `1.500,00` are the same.
public final class Figures {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,'’]\\d+)*");
  private static final int GROUP = 3;

  /// Groups with spaces between them, which in a table may as well be two numbers.
  private static final Pattern SPACED =
      Pattern.compile("\\d{1,3}(?:[ \\u00A0\\u2009\\u202F]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)");

  private Figures() {}

  public static Set<BigDecimal> in(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> value(found.group()))
        .collect(Collectors.toSet());
  }

  /// Whether every number of the sentence is one of these texts' too.
  public static boolean areIn(String sentence, Iterable<String> texts) {
    var left = new HashSet<>(in(sentence));
    for (String text : texts) left.removeAll(in(text));
    return left.isEmpty();
  }

  /// Whether the amount is written there, its sign apart; `12 400,00` is 12,400, too.
  public static boolean hold(String text, BigDecimal amount) {
    return Stream.concat(
            in(text).stream(),
            SPACED
                .matcher(text)
                .results()
                .map(found -> value(found.group().replaceAll("\\s|\\h", ""))))
        .anyMatch(figure -> figure.compareTo(amount.abs()) == 0);
  }

  /// The last separator divides cents from the rest when it is the only one of its kind and what
  /// follows is no group of three.
  private static BigDecimal value(String written) {
    int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
    boolean decimals =
        last >= 0
            && written.indexOf(written.charAt(last)) == last
            && written.length() - last - 1 != GROUP;
    var whole = digits(decimals ? written.substring(0, last) : written);
    var number = decimals ? whole + "." + written.substring(last + 1) : whole;
    return new BigDecimal(number).stripTrailingZeros();
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
