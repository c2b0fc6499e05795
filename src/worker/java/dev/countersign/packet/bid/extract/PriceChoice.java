package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses which price lines make up the bid's price. Arithmetic ranks the candidates; where none
/// adds up (a bid may state a wrong total) the order of the document decides.
final class PriceChoice {
  private static final int MOST_GROUPS = 10;

  private final List<PriceLine> all;

  PriceChoice(List<PriceLine> table, List<PriceLine> prose) {
    this.all =
        Stream.concat(table.stream(), prose.stream())
            .filter(l -> l.section() != Section.ATTACHMENT && l.section() != Section.CONDITIONS)
            .sorted(Comparator.comparingInt(PriceLine::order))
            .toList();
  }

  /// @param items the lines of the price, without alternates, tax and totals
  record Choice(
      List<PriceLine> items,
      @Nullable PriceLine subtotal,
      @Nullable PriceLine tax,
      @Nullable PriceLine total) {}

  Choice choose() {
    PriceLine total = total();
    PriceLine tax = last(LineLabel.TAX, total);
    List<PriceLine> items = items(total, tax);
    PriceLine subtotal = subtotal(items, total);
    return new Choice(items, subtotal, tax, total);
  }

  private Stream<PriceLine> labelled(LineLabel label) {
    return all.stream()
        .filter(l -> l.label() == label && l.amount() != null && l.section() != Section.ALTERNATES);
  }

  /// The total that the lines before it explain best; else the last one that is not small beside
  /// the others.
  private @Nullable PriceLine total() {
    List<PriceLine> totals = labelled(LineLabel.TOTAL).toList();
    if (totals.isEmpty())
      totals =
          all.stream().filter(l -> l.label() == LineLabel.TOTAL && l.amount() != null).toList();
    if (totals.isEmpty()) totals = labelled(LineLabel.SUBTOTAL).toList();
    BigDecimal largest =
        totals.stream()
            .map(PriceLine::value)
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    List<PriceLine> candidates =
        totals.stream()
            .filter(t -> t.value().multiply(new BigDecimal("1.6")).compareTo(largest) >= 0)
            .toList();
    PriceLine withTax = null;
    PriceLine tax = last(LineLabel.TAX, null);
    for (PriceLine t : candidates) {
      for (PriceLine s : candidates) {
        if (tax != null && !t.equals(s) && Tail.close(s.value().add(tax.value()), t.value()))
          withTax = t;
      }
    }
    if (withTax != null) return withTax;
    return candidates.stream().max(Comparator.comparingInt(t -> strength(t))).orElse(null);
  }

  private static int strength(PriceLine line) {
    String text = line.description().toLowerCase(java.util.Locale.ROOT);
    int strength = line.group() < 0 ? 0 : 4;
    if (text.matches(
        ".*\\b(?:grand total|total base bid|base bid|contract|total bid|lump sum|total price|bid total|total)\\b.*"))
      strength += 2;
    if (line.certain()) strength += 1;
    return strength * 1000 + Math.min(999, line.order() / 4);
  }

  private @Nullable PriceLine last(LineLabel label, @Nullable PriceLine total) {
    return labelled(label)
        .filter(l -> total == null || l.value().compareTo(total.value()) < 0)
        .filter(l -> total == null || l.group() == total.group() || l.order() < total.order())
        .max(
            Comparator.comparingInt((PriceLine l) -> l.group() < 0 ? 0 : 1)
                .thenComparingInt(PriceLine::order))
        .orElse(null);
  }

  private List<PriceLine> items(@Nullable PriceLine total, @Nullable PriceLine tax) {
    Map<Integer, List<PriceLine>> groups = new LinkedHashMap<>();
    for (PriceLine line : all) {
      boolean item =
          line.label() == LineLabel.ITEM
              && !line.notPriced()
              && line.section() != Section.ALTERNATES;
      if (item) groups.computeIfAbsent(line.group(), g -> new ArrayList<>()).add(line);
    }
    groups.values().removeIf(g -> g.stream().allMatch(l -> l.amount() == null));
    List<List<PriceLine>> candidates = new ArrayList<>(groups.values());
    if (total == null) return byDefault(candidates, null);
    List<PriceLine> exact = exact(candidates, total, tax);
    if (exact != null) return exact;
    List<PriceLine> items = withoutTwin(byDefault(candidates, total), total, tax);
    return isRemark(items, total) ? List.of() : items;
  }

  /// The set of tables that adds up to the total, the longest one if there are several.
  private static @Nullable List<PriceLine> exact(
      List<List<PriceLine>> groups, PriceLine total, @Nullable PriceLine tax) {
    int n = Math.min(groups.size(), MOST_GROUPS);
    List<PriceLine> best = null;
    for (int set = 1; set < 1 << n; set++) {
      List<PriceLine> lines = new ArrayList<>();
      for (int g = 0; g < n; g++) if ((set >> g & 1) == 1) lines.addAll(groups.get(g));
      BigDecimal sum = sum(lines);
      if (lines.size() == 1 && n > 1) continue;
      boolean fits =
          Tail.close(sum, total.value())
              || (tax != null && Tail.close(sum.add(tax.value()), total.value()));
      if (fits && (best == null || lines.size() > best.size())) best = lines;
    }
    if (best != null) best.sort(Comparator.comparingInt(PriceLine::order));
    return best;
  }

  /// One or two small amounts beside a total are remarks on a lump sum, not its breakdown.
  private static boolean isRemark(List<PriceLine> items, PriceLine total) {
    BigDecimal twice = sum(items).multiply(new BigDecimal("2.5"));
    return items.size() <= 2 && twice.compareTo(total.value()) < 0;
  }

  /// A line that stands twice, where the price adds up with it once.
  private static List<PriceLine> withoutTwin(
      List<PriceLine> lines, PriceLine total, @Nullable PriceLine tax) {
    for (int i = 1; i < lines.size(); i++) {
      PriceLine line = lines.get(i);
      boolean twin =
          lines.subList(0, i).stream()
              .anyMatch(l ->
                  l.description().equals(line.description())
                      && l.value().compareTo(line.value()) == 0);
      BigDecimal rest = sum(lines).subtract(line.value());
      boolean fits =
          Tail.close(rest, total.value())
              || (tax != null && Tail.close(rest.add(tax.value()), total.value()));
      if (twin && fits)
        return lines.stream().filter(l -> !l.equals(line) || l.order() != line.order()).toList();
    }
    return lines;
  }

  static BigDecimal sum(List<PriceLine> lines) {
    return lines.stream().map(PriceLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Tables up to the total; sentences only where there are no tables; what comes after the total
  /// only where nothing comes before it.
  private static List<PriceLine> byDefault(
      List<List<PriceLine>> groups, @Nullable PriceLine total) {
    List<PriceLine> tables =
        groups.stream().flatMap(List::stream).filter(l -> l.group() >= 0).toList();
    List<PriceLine> prose =
        groups.stream().flatMap(List::stream).filter(l -> l.group() < 0).toList();
    if (tables.stream().filter(PriceLine::certain).count() * 2 >= tables.size()) {
      tables = tables.stream().filter(PriceLine::certain).toList();
    }
    List<PriceLine> before =
        tables.stream().filter(l -> total == null || l.order() < total.order()).toList();
    List<PriceLine> items = before.size() >= 2 ? before : tables;
    boolean proseFits = total != null && off(prose, total).compareTo(off(items, total)) < 0;
    if ((items.size() < 2 && prose.size() > items.size()) || (proseFits && prose.size() >= 3))
      items = prose;
    return new ArrayList<>(
        items.stream()
            .filter(l -> total == null || l.value().compareTo(total.value()) != 0 || items(l))
            .toList());
  }

  private static boolean items(PriceLine line) {
    return line.quantity() != null;
  }

  private static BigDecimal off(List<PriceLine> lines, PriceLine total) {
    return sum(lines).subtract(total.value()).abs();
  }

  /// The subtotal that stands for all lines, not for a part of them.
  private @Nullable PriceLine subtotal(List<PriceLine> items, @Nullable PriceLine total) {
    List<PriceLine> stated = labelled(LineLabel.SUBTOTAL).filter(s -> !s.equals(total)).toList();
    BigDecimal sum = sum(items);
    for (PriceLine s : stated) if (Tail.close(s.value(), sum)) return s;
    List<PriceLine> whole =
        stated.stream()
            .filter(s ->
                total == null || s.value().multiply(new BigDecimal(2)).compareTo(total.value()) > 0)
            .toList();
    return whole.isEmpty() ? null : whole.getLast();
  }
}
