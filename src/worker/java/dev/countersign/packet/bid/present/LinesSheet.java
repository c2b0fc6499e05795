package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.PricedLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/// Every priced line of every bid, with its place.
final class LinesSheet {
  private LinesSheet() {}

  static void write(Worksheet worksheet, Comparison comparison, BidNames names) {
    SheetRows sheet = new SheetRows(worksheet, 30, 24, 6, 8, 12, 46, 11, 14, 10, 8, 14, 16, 7, 50);
    sheet.heading(
        1,
        List.of(
            "Bidder",
            "Document",
            "No.",
            "Ref",
            "Scope items",
            "Description",
            "Kind",
            "Alternate",
            "Quantity",
            "Unit",
            "Unit price",
            "Amount",
            "Page",
            "Quote"));
    for (Bid bid : comparison.bids()) {
      for (PricedLine line : bid.lines()) row(sheet, comparison, names, bid, line);
    }
  }

  private static void row(
      SheetRows sheet, Comparison comparison, BidNames names, Bid bid, PricedLine line) {
    sheet.text(0, names.bidder(bid.source()));
    sheet.text(1, bid.document());
    sheet.number(2, line.number());
    sheet.text(3, line.ref());
    sheet.text(4, items(comparison, bid, line));
    sheet.text(5, line.description());
    sheet.text(6, line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    sheet.text(7, line.label());
    sheet.number(8, line.quantity());
    sheet.text(9, line.unit());
    sheet.number(10, line.unitPrice());
    sheet.money(11, line.amount(), bid.currency());
    sheet.number(12, line.citation().page());
    sheet.text(13, line.citation().quote());
    sheet.next();
  }

  private static String items(Comparison comparison, Bid bid, PricedLine line) {
    return comparison.alignment().rows().stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> holds(cell, bid, line)))
        .map(Alignment.Row::itemId)
        .collect(Collectors.joining(", "));
  }

  private static boolean holds(Alignment.Cell cell, Bid bid, PricedLine line) {
    return cell.bid().equals(bid.source()) && cell.lines().contains(line.number());
  }
}
