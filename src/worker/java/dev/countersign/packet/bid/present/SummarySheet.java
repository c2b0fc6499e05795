package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Standings;
import dev.countersign.source.Gap;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The first sheet: what was not read, who is lowest, and the three totals of each bid.
final class SummarySheet {
  private SummarySheet() {}

  static void write(Worksheet worksheet, Comparison comparison, BidNames names) {
    SheetRows sheet = new SheetRows(worksheet, 34, 30, 10, 18, 18, 18, 18, 70);
    sheet.title(comparison.title(), 16);
    for (Comparison.Input input : comparison.inputs()) {
      for (Gap gap : input.gaps()) {
        sheet.note("Not read: " + input.document() + ", " + gap.where() + ": " + gap.reason());
      }
    }
    sheet.note(Headline.of(comparison));
    sheet.note(Headline.caution(comparison));
    narrative(sheet, NarrativeView.of(comparison.narrative()));
    sheet.next();
    sheet.heading(
        1,
        List.of(
            "Bidder",
            "Document",
            "Currency",
            "As stated",
            "Corrected",
            "Leveled",
            "Corrected less stated",
            "How"));
    for (Bid bid : comparison.bids()) row(sheet, bid, comparison.standings(), names);
  }

  private static void narrative(SheetRows sheet, @Nullable NarrativeView narrative) {
    if (narrative == null) return;
    sheet.next();
    sheet.note("Summary, written by the model " + narrative.model() + " from what is found here:");
    for (NarrativeView.Sentence sentence : narrative.sentences())
      sheet.note(
          sentence.text() + (sentence.places().isEmpty() ? "" : " (" + sentence.places() + ")"));
    sheet.note(narrative.leftOut());
  }

  private static void row(SheetRows sheet, Bid bid, Standings standings, BidNames names) {
    String currency = bid.currency();
    sheet.text(0, names.bidder(bid.source()));
    sheet.text(1, bid.document());
    sheet.text(2, currency);
    BigDecimal stated = standings.stated().totals().get(bid.source());
    BigDecimal corrected = standings.corrected().totals().get(bid.source());
    sheet.money(3, stated, currency);
    sheet.money(4, corrected, currency);
    sheet.money(5, standings.leveled().totals().get(bid.source()), currency);
    if (stated != null && corrected != null) {
      String difference = SheetRows.cell(4, sheet.row()) + "-" + SheetRows.cell(3, sheet.row());
      sheet.moneyFormula(6, difference, currency);
    }
    sheet.text(
        7,
        Stream.of(standings.stated(), standings.corrected(), standings.leveled())
            .map(ranking -> ranking.notes().getOrDefault(bid.source(), ""))
            .filter(note -> !note.isEmpty())
            .distinct()
            .collect(Collectors.joining(" ")));
    sheet.next();
  }
}
