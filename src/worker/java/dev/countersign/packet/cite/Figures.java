package dev.countersign.packet.cite;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The numbers in a text, however they are written: `1,500.00` and `1.500,00` are the same.
public final class Figures {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,'’]\\d+)*");
  private static final int GROUP = 3;

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
