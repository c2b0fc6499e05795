package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads quantity, unit and unit price from the end of what stands left of an amount, in whichever
/// order they stand; arithmetic decides between readings.
///
/// @param end where the description ends
record Tail(
    int end, @Nullable BigDecimal quantity, @Nullable String unit, @Nullable BigDecimal unitPrice) {
  private static final String U = "(" + Units.EXPRESSION + ")";
  private static final Pattern BETWEEN =
      Pattern.compile(
          "^[\\s)]*" + U + "?\\s*(?:@|x|×|\\*|at|à|je)?\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          "^\\s*(?:(?:/|per|a(?=\\s))?\\s*" + U + "?)[\\s).,:;=|–—-]*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNIT_BEFORE =
      Pattern.compile("(?:^|[\\s(])" + U + "\\s*$", Pattern.CASE_INSENSITIVE);

  /// Units that can only be meant as the quantity of a line, wherever they stand.
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)S\\.?F\\.?|L\\.?F\\.?|S\\.?Y\\.?|C\\.?Y\\.?|EA\\.?|SQS?|L\\.?S\\.?|TONS?|M²|M2|M³|M3|PCS|STK\\.?|SQUARE.*|SQ\\.? ?FT\\.?|LIN.*|CU.*");

  private static final Pattern UNIT_END =
      Pattern.compile("\\t" + U + "[\\s]*$", Pattern.CASE_INSENSITIVE);

  static Tail of(String left, List<Figure> figures, @Nullable BigDecimal amount) {
    List<Figure> numbers = figures.stream().filter(f -> !f.percent()).toList();
    Tail best = costColumns(left, numbers, amount);
    if (best == null) best = two(left, numbers, amount);
    if (best == null) best = one(left, numbers);
    if (best == null) best = unitOnly(left);
    return best == null ? new Tail(left.length(), null, null, null) : best;
  }

  /// "310 SF 17.50", "SF 310 17.50", "310 SF @ $17.50", "17.50 310".
  private static @Nullable Tail two(
      String left, List<Figure> numbers, @Nullable BigDecimal amount) {
    if (numbers.size() < 2) return null;
    Figure a = numbers.get(numbers.size() - 2);
    Figure b = numbers.getLast();
    Matcher between = BETWEEN.matcher(left.substring(a.end(), b.start()));
    Matcher after = AFTER.matcher(left.substring(b.end()));
    if (!between.matches() || !after.matches()) return null;
    String unit = between.group(1) != null ? between.group(1) : after.group(1);
    int start = a.start();
    Matcher before = UNIT_BEFORE.matcher(left.substring(0, a.start()));
    if (unit == null && before.find()) {
      unit = before.group(1);
      start = before.start(1);
    }
    boolean exact = amount != null && close(a.value().multiply(b.value()), amount);
    boolean inColumns =
        left.substring(a.end(), b.start()).contains("\t")
            || left.substring(a.end(), b.start()).contains("@");
    if (!exact && !inColumns && unit == null) return null;
    boolean priceFirst =
        a.money() && !b.money() && (a.currency() || (a.decimals() == 2 && b.decimals() == 0));
    return priceFirst
        ? new Tail(start, b.value(), unit, a.value())
        : new Tail(start, a.value(), unit, b.value());
  }

  /// "310 SF", "(310 SF)", "@ $17.50/SF".
  private static @Nullable Tail one(String left, List<Figure> numbers) {
    if (numbers.isEmpty()) return null;
    Figure b = numbers.getLast();
    Matcher after = AFTER.matcher(left.substring(b.end()));
    if (!after.matches()) return null;
    String unit = after.group(1);
    String before = left.substring(0, b.start());
    boolean own = before.isEmpty() || before.endsWith("\t");
    boolean at = before.matches("(?s).*(?:@|\\bat)\\s*$");
    if (b.currency() || at || (b.decimals() == 2 && own)) {
      int start = at ? before.replaceAll("\\s*(?:@|\\bat)\\s*$", "").length() : b.start();
      return new Tail(start, null, unit, b.value());
    }
    Matcher unitBefore = UNIT_END.matcher(before);
    if (unit == null && unitBefore.find()) {
      return new Tail(unitBefore.start(1), b.value(), unitBefore.group(1), null);
    }
    boolean set = own || before.matches("(?s).*[(,:–—-]\\s*$");
    if (unit != null && !set && !COUNTED.matcher(unit).matches()) return null;
    if (unit != null || (own && !before.isBlank()))
      return new Tail(b.start(), b.value(), unit, null);
    return null;
  }

  private static @Nullable Tail unitOnly(String left) {
    Matcher unit = UNIT_END.matcher(left);
    return unit.find() ? new Tail(unit.start(1), null, unit.group(1), null) : null;
  }

  /// Labor, material and the like: columns of money that add up to the amount.
  private static @Nullable Tail costColumns(
      String left, List<Figure> numbers, @Nullable BigDecimal amount) {
    if (amount == null || amount.signum() == 0) return null;
    BigDecimal sum = BigDecimal.ZERO;
    List<Figure> columns = new ArrayList<>();
    for (int i = numbers.size() - 1; i >= 0; i--) {
      Figure f = numbers.get(i);
      boolean own = f.start() > 0 && left.charAt(f.start() - 1) == '\t';
      if (!own) return null;
      sum = sum.add(f.value());
      columns.addFirst(f);
      if (columns.size() > 1 && close(sum, amount)) {
        Tail rest = two(left.substring(0, f.start()), numbers.subList(0, i), null);
        if (rest == null) rest = one(left.substring(0, f.start()), numbers.subList(0, i));
        return rest != null ? rest : new Tail(f.start(), null, null, null);
      }
    }
    return null;
  }

  static boolean close(BigDecimal a, BigDecimal b) {
    return a.setScale(2, RoundingMode.HALF_UP)
            .subtract(b.setScale(2, RoundingMode.HALF_UP))
            .abs()
            .compareTo(new BigDecimal("0.02"))
        <= 0;
  }
}
