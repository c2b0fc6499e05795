package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the price lines that stand in rows: schedules, lists with leader dots, totals.
final class ScheduleReader {
  private final Quotes quotes;
  private final List<Headings.Placed> rows;
  private final List<@Nullable PriceRow> readings = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();

  ScheduleReader(Quotes quotes, List<Headings.Placed> rows, Figures figures) {
    this.quotes = quotes;
    this.rows = rows;
    RowReader reader = new RowReader(figures);
    ColumnOrder order = null;
    for (Headings.Placed placed : rows) {
      boolean head = TableHead.is(placed.row().text());
      if (head) used.add(readings.size());
      if (head && !placed.row().single()) order = ColumnOrder.of(placed.row());
      Row row = order == null ? placed.row() : order.usual(placed.row());
      readings.add(head ? null : reader.read(row).orElse(null));
    }
  }

  /// Rows that are part of the schedule, by their place in the document.
  Set<Integer> used() {
    return Collections.unmodifiableSet(used);
  }

  List<PriceLine> lines() {
    dropInProse();
    attachQuantities();
    int[] groups = Groups.of(rows, readings);
    withoutRefs(groups);
    Descriptions descriptions = new Descriptions(rows, readings, used);
    List<PriceLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      PriceRow reading = readings.get(i);
      if (reading == null) continue;
      PriceLine line = line(i, groups[i], reading, descriptions);
      if (line != null) {
        used.add(i);
        lines.add(line);
      }
    }
    return SectionSums.named(lines);
  }

  private void withoutRefs(int[] groups) {
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && groups[to] == groups[from]) to++;
      List<Integer> at = new ArrayList<>();
      List<PriceRow> group = new ArrayList<>();
      for (int i = from; i < to; i++) {
        PriceRow reading = readings.get(i);
        if (reading == null) continue;
        at.add(i);
        group.add(reading);
      }
      List<PriceRow> off = Refs.off(group);
      for (int i = 0; i < at.size(); i++) readings.set(at.get(i), off.get(i));
      from = to;
    }
  }

  /// A line of a paragraph that happens to end in an amount is no price line.
  private void dropInProse() {
    for (int i = 0; i < rows.size(); i++) {
      PriceRow reading = readings.get(i);
      if (reading == null || reading.certain() || reading.description().isBlank()) continue;
      if (flowsInto(i) || (flowsOutOf(i) && reading.row().single())) readings.set(i, null);
    }
  }

  private boolean flowsInto(int i) {
    if (i == 0 || readings.get(i - 1) != null) return false;
    Row above = rows.get(i - 1).row();
    Row row = rows.get(i).row();
    boolean near =
        above.page() == row.page()
            && above.region() == row.region()
            && row.y() - above.y() < 1.7f * row.fontSize();
    String text = above.plain();
    return near
        && !rows.get(i - 1).heading()
        && above.single()
        && !text.matches("(?s).*[.:;!?]\\s*$")
        && text.split("\\s+").length > 5;
  }

  private boolean flowsOutOf(int i) {
    if (i + 1 >= rows.size()) return false;
    Row row = rows.get(i).row();
    Row below = rows.get(i + 1).row();
    return below.page() == row.page()
        && below.region() == row.region()
        && below.y() - row.y() < 1.7f * row.fontSize()
        && Character.isLowerCase(below.plain().charAt(0))
        && readings.get(i + 1) == null;
  }

  /// "6 EA @ $1,150.00" in small type under an item gives its quantity and is no item itself.
  private void attachQuantities() {
    for (int i = 1; i < rows.size(); i++) {
      PriceRow below = readings.get(i);
      PriceRow item = readings.get(i - 1);
      if (below == null || item == null || item.amount() == null || below.amount() == null)
        continue;
      BigDecimal count = below.quantity();
      boolean bare = below.description().isBlank() && item.quantity() == null;
      if (bare && count != null && Tail.close(count.multiply(below.amount()), item.amount())) {
        readings.set(i - 1, item.measured(count, below.unit(), below.amount()));
        readings.set(i, null);
        used.add(i);
      }
    }
  }

  private @Nullable PriceLine line(int i, int group, PriceRow reading, Descriptions descriptions) {
    Row row = reading.row();
    Descriptions.Described described = descriptions.of(i, reading, quote(row, reading));
    if (described == null) return null;
    String text = described.text();
    return new PriceLine(
        i,
        group,
        section(i, text),
        label(text),
        reading.ref(),
        text,
        reading.quantity(),
        reading.unit(),
        reading.unitPrice(),
        reading.amount(),
        reading.word(),
        reading.certain(),
        quotes.cite(row.page(), wanted(reading, label(text), described.quote())));
  }

  /// A line that names itself an alternate is one, wherever it stands.
  private Section section(int i, String text) {
    Section section = rows.get(i).section();
    boolean names = section != Section.ATTACHMENT && Alternates.begins(text);
    return names ? Section.ALTERNATES : section;
  }

  private static LineLabel label(String text) {
    boolean words = AmountInWords.sum(text + " dollars").isPresent();
    return words && LineLabel.of(text) == LineLabel.ITEM ? LineLabel.TOTAL : LineLabel.of(text);
  }

  /// A sum is quoted with its amount, an item by its description.
  private static List<String> wanted(PriceRow reading, LineLabel label, String quote) {
    Figure figure = reading.figure();
    Row row = reading.row();
    if (label == LineLabel.ITEM || figure == null) return List.of(quote, row.plain());
    String amount = row.text().substring(figure.start(), figure.end());
    int start = Math.min(reading.start(), figure.start());
    String whole = row.plain().substring(start, Math.max(figure.end(), reading.end()));
    return List.of(whole, amount, quote);
  }

  /// The longest part of the description that stands in one cell; more of the row when that is too
  /// short to be found again.
  private static String quote(Row row, PriceRow reading) {
    String best = "";
    String text =
        row.text()
            .substring(
                Math.min(reading.start(), row.text().length()),
                Math.min(reading.end(), row.text().length()));
    for (String part : text.split("\\t", -1)) if (part.length() > best.length()) best = part;
    best = best.strip();
    return best.length() >= 4
        ? best
        : row.plain().substring(Math.min(reading.start(), row.text().length())).strip();
  }
}
