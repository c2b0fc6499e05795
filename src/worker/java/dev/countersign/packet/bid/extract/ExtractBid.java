package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Stated;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a bid from a document by rule. What the document does not state stays null or empty.
public final class ExtractBid {
  /// @param document a readable document
  public Bid extract(Document document) {
    return extract(document, null);
  }

  /// @param opening the day on which bids are opened, where the scope names it
  public Bid extract(Document document, @Nullable LocalDate opening) {
    String text = document.pages().stream().map(Page::text).collect(Collectors.joining("\n"));
    Figures figures = new Figures(NumberStyle.of(text));
    List<Row> rows = Rows.of(document, figures);
    if (rows.isEmpty())
      throw new IllegalArgumentException("nothing was read of " + document.name());
    List<Headings.Placed> placed = new Headings(figures).place(rows);
    ScheduleReader schedule = new ScheduleReader(new Quotes(document), placed, figures);
    List<PriceLine> table = schedule.lines();
    List<Passage> passages = Passages.of(placed, schedule.used());
    List<PriceLine> prose =
        new ProseReader(figures, document.id(), document.name()).lines(passages);
    PriceChoice.Choice choice = new PriceChoice(table, prose).choose();
    TermsReader terms = new TermsReader(document.id(), document.name(), passages);
    Stated<LocalDate> date = BidDate.read(document.id(), document.name(), rows);
    return new Bid(
        document.id(),
        document.name(),
        BidderReader.read(document.id(), document.name(), bidderRows(document, rows)),
        Currencies.of(text),
        date,
        new PricedLines(choice, table, prose).all(),
        amount(choice.subtotal()),
        amount(choice.tax()),
        amount(choice.total()),
        TotalInWords.read(document.id(), document.name(), passages, placed),
        new ClauseReader(document.id(), document.name()).clauses(passages, table),
        terms.validUntil(date == null ? null : date.value(), opening),
        terms.schedule(),
        terms.leadTime(),
        terms.bond(),
        terms.addenda(),
        terms.payment(),
        document.pages().stream().map(Page::number).toList());
  }

  private static List<Row> bidderRows(Document document, List<Row> rows) {
    List<Row> all = new ArrayList<>(rows);
    Rows.firstPage(document).stream()
        .filter(r -> rows.stream().limit(200).noneMatch(o -> o.text().equals(r.text())))
        .forEach(all::add);
    return all;
  }

  private static @Nullable Stated<BigDecimal> amount(@Nullable PriceLine line) {
    return line == null ? null : new Stated<>(line.value(), line.citation());
  }
}
