package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Finds sums that are not named as such: a line without quantity that is the sum of the lines
/// before it is no item, whatever it is called.
final class SectionSums {
  private static final int FEWEST = 3;

  private SectionSums() {}

  static List<PriceLine> named(List<PriceLine> lines) {
    List<PriceLine> out = new ArrayList<>();
    List<PriceLine> run = new ArrayList<>();
    List<PriceLine> all = new ArrayList<>();
    BigDecimal taxes = BigDecimal.ZERO;
    for (PriceLine line : lines) {
      PriceLine read = line;
      if (!run.isEmpty() && run.getLast().group() != line.group()) run.clear();
      if (isItem(line)
          && line.quantity() == null
          && line.ref() == null
          && line.value().signum() > 0) {
        boolean whole =
            all.size() >= FEWEST && isSum(all, taxes, line) && all.size() > run.size() - 1;
        boolean part = run.size() >= FEWEST && isSum(run, BigDecimal.ZERO, line);
        if (whole && (taxes.signum() > 0 || all.size() >= run.size()))
          read = line.labelled(taxes.signum() > 0 || !part ? LineLabel.TOTAL : LineLabel.SUBTOTAL);
        else if (part) read = line.labelled(LineLabel.SUBTOTAL);
      }
      if (isItem(read)) {
        run.add(read);
        all.add(read);
      } else if (read.label() == LineLabel.TAX) {
        taxes = taxes.add(read.value());
      } else if (read.label() != LineLabel.CARRIED) {
        run.clear();
      }
      out.add(read);
    }
    return lastIsTotal(out);
  }

  /// Where no line is called a total, the last sum of all lines is it.
  private static List<PriceLine> lastIsTotal(List<PriceLine> lines) {
    if (lines.stream().anyMatch(l -> l.label() == LineLabel.TOTAL)) return lines;
    List<PriceLine> out = new ArrayList<>(lines);
    for (int i = out.size() - 1; i >= 0; i--) {
      PriceLine line = out.get(i);
      if (line.label() != LineLabel.SUBTOTAL) continue;
      List<PriceLine> before = out.subList(0, i).stream().filter(SectionSums::isItem).toList();
      if (!isSum(before, BigDecimal.ZERO, line)) continue;
      out.set(i, line.labelled(LineLabel.TOTAL));
      break;
    }
    return out;
  }

  private static boolean isItem(PriceLine line) {
    return line.label() == LineLabel.ITEM
        && line.section() != Section.ALTERNATES
        && line.section() != Section.ATTACHMENT
        && line.amount() != null;
  }

  private static boolean isSum(List<PriceLine> lines, BigDecimal more, PriceLine line) {
    return Tail.close(PriceChoice.sum(lines).add(more), line.value());
  }
}
