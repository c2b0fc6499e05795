package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The comparison table: two columns a bid, the amount and where it stands; sums are formulas.
final class MatrixSheet {
  private static final int FIRST_BID = 4;
  private static final Map<String, String> TINTS =
      Map.of("absent", "FFFBE3E1", "excluded", "FFFCEFD6");

  private final SheetRows sheet;
  private final Comparison comparison;
  private final Matrix matrix;

  /// The same rows in words, for what has no amount.
  private final List<PacketView.Section> words;

  private MatrixSheet(SheetRows sheet, Comparison comparison, BidNames names) {
    this.sheet = sheet;
    this.comparison = comparison;
    this.matrix = Matrix.of(comparison);
    this.words = new MatrixView(comparison, names).sections();
  }

  static void write(Worksheet worksheet, Comparison comparison, BidNames names) {
    SheetRows sheet = new SheetRows(worksheet, 8, 46, 10, 9);
    List<String> heads = new ArrayList<>(List.of("Item", "Description", "Quantity", "Unit"));
    for (Bid bid : comparison.bids()) {
      sheet.width(heads.size(), 19);
      heads.add(names.bidder(bid.source()));
      sheet.width(heads.size(), 22);
      heads.add("Where");
    }
    sheet.heading(2, heads);
    new MatrixSheet(sheet, comparison, names).rows();
  }

  private void rows() {
    int first = sheet.row();
    part(Matrix.Part.SCOPE, "scope");
    part(Matrix.Part.OUTSIDE, "outside");
    int last = sheet.row() - 1;
    sums(first, last);
    sheet.next();
    part(Matrix.Part.ALTERNATE, "alternate");
  }

  private void part(Matrix.Part part, String key) {
    List<PacketView.Row> inWords =
        words.stream().filter(s -> s.key().equals(key)).flatMap(s -> s.rows().stream()).toList();
    List<Matrix.Row> rows = matrix.part(part);
    for (int i = 0; i < rows.size(); i++) row(rows.get(i), inWords.get(i));
  }

  private void row(Matrix.Row row, PacketView.Row inWords) {
    sheet.text(0, row.id());
    sheet.text(1, row.description());
    if (row.item() != null) {
      sheet.number(2, row.item().quantity());
      sheet.text(3, row.item().unit());
    }
    for (int b = 0; b < row.cells().size(); b++)
      cell(b, row.cells().get(b), inWords.cells().get(b));
    sheet.next();
  }

  private void cell(int bid, Matrix.Cell cell, PacketView.Cell inWords) {
    int column = FIRST_BID + 2 * bid;
    if (cell.amount() == null) sheet.text(column, inWords.main());
    else sheet.money(column, cell.amount(), cell.bid().currency());
    sheet.text(column + 1, inWords.pages().isEmpty() ? inWords.absent() : inWords.pages());
    String tint = TINTS.get(inWords.key());
    if (tint != null) sheet.tinted(column, tint);
  }

  private void sums(int first, int last) {
    int sum = sheet.row();
    each(
        "Sum of the lines",
        (column, bid) ->
            "SUM(" + SheetRows.cell(column, first) + ":" + SheetRows.cell(column, last) + ")");
    stated("Tax as stated", Bid::tax);
    each(
        "Lines and tax together",
        (column, bid) -> SheetRows.cell(column, sum) + "+" + SheetRows.cell(column, sum + 1));
    stated("Subtotal as stated", Bid::subtotal);
    stated("Total as stated", Bid::total);
    each(
        "Lines and tax less the stated total",
        (column, bid) ->
            bid.total() == null
                ? ""
                : SheetRows.cell(column, sum + 2) + "-" + SheetRows.cell(column, sum + 4));
  }

  /// A formula for the bid in a column; empty for none.
  private interface Formula {
    String in(int column, Bid bid);
  }

  private void each(String what, Formula formula) {
    sheet.strong(1, what);
    for (int b = 0; b < comparison.bids().size(); b++) {
      Bid bid = comparison.bids().get(b);
      String written = formula.in(FIRST_BID + 2 * b, bid);
      if (!written.isEmpty()) sheet.moneyFormula(FIRST_BID + 2 * b, written, bid.currency());
    }
    sheet.next();
  }

  private void stated(String what, Function<Bid, @Nullable Stated<BigDecimal>> sum) {
    sheet.strong(1, what);
    for (int b = 0; b < comparison.bids().size(); b++) {
      Bid bid = comparison.bids().get(b);
      Stated<BigDecimal> stated = sum.apply(bid);
      if (stated == null) {
        sheet.text(FIRST_BID + 2 * b + 1, "not stated, " + Plain.searched(bid.searched()));
        continue;
      }
      sheet.money(FIRST_BID + 2 * b, stated.value(), bid.currency());
      sheet.text(FIRST_BID + 2 * b + 1, Plain.pages(List.of(stated.citation())));
    }
    sheet.next();
  }
}
