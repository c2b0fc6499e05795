package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Flag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;

/// The flags, the severe ones first, with their places.
final class FlagsSheet {
  private FlagsSheet() {}

  static void write(Worksheet worksheet, Comparison comparison, BidNames names) {
    SheetRows sheet = new SheetRows(worksheet, 10, 26, 30, 9, 70, 16, 24, 7, 50, 22);
    sheet.heading(
        0,
        List.of(
            "Severity",
            "Kind",
            "Bidder",
            "Item",
            "What",
            "Money effect",
            "Document",
            "Page",
            "Quote",
            "Searched"));
    comparison.flags().stream()
        .sorted(Comparator.comparing(Flag::severity))
        .forEach(flag -> row(sheet, comparison, names, flag));
  }

  private static void row(SheetRows sheet, Comparison comparison, BidNames names, Flag flag) {
    sheet.text(0, flag.severity().name().toLowerCase(Locale.ROOT));
    sheet.text(1, flag.kind().wireName().replace('_', ' '));
    sheet.text(2, flag.bid() == null ? "all bids" : names.bidder(flag.bid()));
    sheet.text(3, flag.scopeId());
    sheet.text(4, flag.sentence());
    String currency =
        comparison.bids().stream()
            .filter(bid -> flag.bid() == null || bid.source().equals(flag.bid()))
            .map(Bid::currency)
            .findFirst()
            .orElse("USD");
    sheet.money(5, flag.moneyEffect(), currency);
    Citation citation = flag.citation();
    if (citation != null) {
      sheet.text(6, citation.document());
      sheet.number(7, citation.page());
      sheet.text(8, citation.quote());
    }
    if (!flag.searched().isEmpty()) sheet.text(9, Plain.searched(flag.searched()));
    sheet.next();
  }
}
