package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How well each line of one bid fits each item: words, quantity and unit, allowance, and the
/// item's number where this bid is seen to use the scope's numbers.
final class LineScores {
  private static final Pattern HEAD = Pattern.compile("[,;:(]|\\bwith\\b|\\bincl");
  private static final double NUMBERS_TRUSTED = 0.6;

  private final List<ScopeOfWork.Item> items;
  private final List<PricedLine> lines;
  private final TradeWords words;
  private final Likeness likeness;
  private final double[][] byWords;
  private final boolean numbersAreTheScopes;

  LineScores(
      TradeWords words, Likeness likeness, List<ScopeOfWork.Item> items, List<PricedLine> lines) {
    this.items = items;
    this.lines = lines;
    this.words = words;
    this.likeness = likeness;
    byWords = new double[lines.size()][items.size()];
    for (int line = 0; line < lines.size(); line++) {
      for (int item = 0; item < items.size(); item++) byWords[line][item] = alike(line, item);
    }
    numbersAreTheScopes = numbersAgreeWithWords();
  }

  private double alike(int line, int item) {
    var id = items.get(item).id();
    double named = likeness.between(id, lines.get(line).description());
    double head = likeness.between(id, HEAD.split(lines.get(line).description(), 2)[0]);
    double quoted = likeness.between(id, lines.get(line).citation().quote());
    return Math.max(Math.max(named, 0.9 * head), 0.8 * quoted);
  }

  double words(int line, int item) {
    return byWords[line][item];
  }

  double[][] all() {
    var scores = new double[lines.size()][items.size()];
    for (int line = 0; line < lines.size(); line++) {
      for (int item = 0; item < items.size(); item++) scores[line][item] = score(line, item);
    }
    return scores;
  }

  private double score(int line, int item) {
    var priced = lines.get(line);
    var asked = items.get(item);
    double score = byWords[line][item];
    score += amounts(priced, asked, score > 0.05);
    score += allowances(priced, asked);
    if (numbersAreTheScopes && priced.ref() != null)
      score += sameNumber(priced.ref(), asked.id()) ? 0.45 : -0.1;
    if (isCharge(priced) && !words.mostlyOverhead(asked.description())) score -= 0.6;
    return score;
  }

  private boolean isCharge(PricedLine line) {
    return words.onlyOverhead(line.description());
  }

  /// The bidder's numbers are the scope's when the words of most lines with such a number agree.
  private boolean numbersAgreeWithWords() {
    int numbered = 0;
    int agreeing = 0;
    for (int line = 0; line < lines.size(); line++) {
      for (int item = 0; item < items.size(); item++) {
        var ref = lines.get(line).ref();
        if (ref == null || !sameNumber(ref, items.get(item).id())) continue;
        numbered++;
        if (byWords[line][item] >= 0.3 && isBest(line, item)) agreeing++;
      }
    }
    return numbered >= 3 && agreeing >= NUMBERS_TRUSTED * numbered;
  }

  private boolean isBest(int line, int item) {
    for (double other : byWords[line]) if (other > byWords[line][item] + 0.15) return false;
    return true;
  }

  private double amounts(PricedLine line, ScopeOfWork.Item item, boolean related) {
    var lineUnit = UnitOfMeasure.named(line.unit());
    var itemUnit = UnitOfMeasure.named(item.unit());
    if (lineUnit.isEmpty() || itemUnit.isEmpty()) return 0;
    if (!lineUnit.get().measures() || !itemUnit.get().measures()) return 0;
    if (!lineUnit.get().convertsTo(itemUnit.get())) return -0.12;
    if (line.quantity() == null || item.quantity() == null) return 0.03;
    boolean same =
        near(line.quantity().multiply(lineUnit.get().per(itemUnit.get())), item.quantity());
    if (!same) return related ? 0 : -0.1;
    return (related ? 0.3 : 0.2) / Math.sqrt((double) sameQuantity(item));
  }

  private long sameQuantity(ScopeOfWork.Item item) {
    return items.stream()
        .filter(other ->
            other.quantity() != null
                && item.quantity() != null
                && other.quantity().compareTo(item.quantity()) == 0
                && symbol(other.unit()).equals(symbol(item.unit())))
        .count();
  }

  private static Optional<String> symbol(@Nullable String unit) {
    return UnitOfMeasure.named(unit).map(UnitOfMeasure::symbol);
  }

  static boolean near(BigDecimal one, BigDecimal other) {
    if (other.signum() == 0) return one.signum() == 0;
    var ratio = one.divide(other, MathContext.DECIMAL64).doubleValue();
    return Math.abs(ratio - 1) < 0.02;
  }

  private static double allowances(PricedLine line, ScopeOfWork.Item item) {
    boolean carried = line.kind() == PricedLine.Kind.ALLOWANCE;
    boolean asked = isAllowance(item);
    if (carried && asked) return 0.2;
    return carried == asked ? 0 : -0.2;
  }

  /// Whether the scope asks for an allowance to be carried.
  static boolean isAllowance(ScopeOfWork.Item item) {
    return item.allowance() != null
        || item.description().toLowerCase(Locale.ROOT).contains("allowance")
        || UnitOfMeasure.named(item.unit())
            .filter(unit -> unit.dimension() == UnitOfMeasure.Dimension.ALLOWANCE)
            .isPresent();
  }

  static boolean sameNumber(String ref, String id) {
    return ref.strip().equalsIgnoreCase(id.strip()) || bare(ref).equals(bare(id));
  }

  private static String bare(String number) {
    var bare = number.toLowerCase(Locale.ROOT).replaceAll("^[^\\d]*0*|[^\\da-z.]|\\.$", "");
    return bare.isEmpty() ? number : bare;
  }
}
