package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.PricedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The chosen price lines as lines of the bid: base, allowances, included, lump sum, alternates.
final class PricedLines {
  private final PriceChoice.Choice choice;
  private final List<PriceLine> table;
  private final List<PriceLine> prose;

  PricedLines(PriceChoice.Choice choice, List<PriceLine> table, List<PriceLine> prose) {
    this.choice = choice;
    this.table = table;
    this.prose = prose;
  }

  List<PricedLine> all() {
    List<PricedLine> lines = new ArrayList<>();
    for (PriceLine item : choice.items()) lines.add(line(lines.size() + 1, item, kind(item)));
    PriceLine total = choice.total();
    if (lines.isEmpty() && total != null) lines.add(lumpSum(total));
    for (PriceLine alternate : alternates()) lines.add(alternate(lines.size() + 1, alternate));
    return lines;
  }

  private static PricedLine lumpSum(PriceLine total) {
    PricedLine line = line(1, total, PricedLine.Kind.LUMP_SUM);
    String said = line.description();
    boolean named = said.toLowerCase(Locale.ROOT).startsWith("lump sum");
    return new PricedLine(
        1,
        null,
        named ? said : "Lump sum: " + said,
        null,
        null,
        null,
        line.amount(),
        line.kind(),
        null,
        line.citation());
  }

  private static PricedLine.Kind kind(PriceLine item) {
    if (item.elsewhere()) return PricedLine.Kind.INCLUDED;
    String said =
        (item.description() + " " + item.word() + " " + item.unit()).toLowerCase(Locale.ROOT);
    boolean allowance =
        item.section() == Section.ALLOWANCES
            || said.matches(
                "(?s).*\\b(?:allow(?:ance|ances)?|allw|alw|provisional sum|pc sum)\\b.*");
    return allowance ? PricedLine.Kind.ALLOWANCE : PricedLine.Kind.BASE;
  }

  private List<PriceLine> alternates() {
    List<PriceLine> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<PriceLine> source : List.of(table, prose)) {
      for (PriceLine line : source) {
        boolean alternate =
            line.section() == Section.ALTERNATES
                && line.label() == LineLabel.ITEM
                && line.amount() != null
                && !line.notPriced();
        if (alternate
            && !choice.items().contains(line)
            && line.value().signum() != 0
            && seen.add(line.value().abs().stripTrailingZeros().toPlainString())) found.add(line);
      }
    }
    return found;
  }

  private static PricedLine alternate(int number, PriceLine line) {
    PricedLine plain = line(number, line, PricedLine.Kind.ALTERNATE);
    String all = line.ref() == null ? line.description() : line.ref() + " " + line.description();
    String label = Alternates.label(all);
    BigDecimal amount = Alternates.signed(line.value(), line.word(), line.description());
    String named =
        label != null ? label : line.ref() != null ? "Alternate " + line.ref() : "Alternate";
    return new PricedLine(
        number,
        plain.ref(),
        Alternates.withoutLabel(line.description()),
        plain.quantity(),
        plain.unit(),
        plain.unitPrice(),
        amount,
        PricedLine.Kind.ALTERNATE,
        named,
        plain.citation());
  }

  private static PricedLine line(int number, PriceLine item, PricedLine.Kind kind) {
    return new PricedLine(
        number,
        item.ref(),
        item.description(),
        item.quantity(),
        item.unit(),
        item.unitPrice(),
        item.value(),
        kind,
        null,
        item.citation());
  }
}
