package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;

/// What the bids say beside their prices: terms side by side, then every clause with its place.
final class TermsSheet {
  private TermsSheet() {}

  static void write(Worksheet worksheet, Comparison comparison, BidNames names) {
    SheetRows sheet = new SheetRows(worksheet, 30);
    List<String> heads = new ArrayList<>(List.of("Term"));
    for (Bid bid : comparison.bids()) {
      sheet.width(heads.size(), 34);
      heads.add(names.bidder(bid.source()));
    }
    sheet.heading(1, heads);
    for (PacketView.Row row : new TermsView(comparison, names).terms()) {
      sheet.text(0, row.what());
      for (int b = 0; b < row.cells().size(); b++) sheet.text(b + 1, words(row.cells().get(b)));
      sheet.next();
    }
    sheet.next();
    sheet.strong(0, "Clauses");
    sheet.next();
    for (Bid bid : comparison.bids()) {
      for (Clause clause : bid.clauses()) clause(sheet, names.bidder(bid.source()), clause);
    }
  }

  private static String words(PacketView.Cell cell) {
    String where = cell.pages().isEmpty() ? cell.absent() : cell.pages();
    return where.isEmpty() ? cell.main() : cell.main() + " (" + where + ")";
  }

  private static void clause(SheetRows sheet, String bidder, Clause clause) {
    sheet.text(0, bidder);
    String small = clause.smallPrint() ? ", small print" : "";
    sheet.text(1, clause.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + small);
    sheet.text(2, clause.text());
    sheet.text(3, clause.citation().document() + ", page " + clause.citation().page());
    sheet.next();
  }
}
