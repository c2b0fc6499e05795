package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.bid.present.PacketView.Cell;
import dev.countersign.packet.bid.present.PacketView.Row;
import dev.countersign.packet.bid.present.PacketView.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The comparison table in words: items, sums, alternates; each cell with its place, or with the
/// pages that were searched.
final class MatrixView {
  private final Comparison comparison;
  private final BidNames names;
  private final Matrix matrix;

  MatrixView(Comparison comparison, BidNames names) {
    this.comparison = comparison;
    this.names = names;
    this.matrix = Matrix.of(comparison);
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    String items = comparison.scope() == null ? "What the bids price" : "Scope items";
    add(sections, "scope", items, rows(Matrix.Part.SCOPE));
    add(sections, "outside", "Beside the items", rows(Matrix.Part.OUTSIDE));
    add(sections, "sums", "Sums", sums());
    add(sections, "alternate", "Alternates, no part of the sums", rows(Matrix.Part.ALTERNATE));
    return sections;
  }

  private static void add(List<Section> sections, String key, String name, List<Row> rows) {
    if (!rows.isEmpty()) sections.add(new Section(key, name, rows));
  }

  private List<Row> rows(Matrix.Part part) {
    return matrix.part(part).stream().map(this::row).toList();
  }

  private Row row(Matrix.Row row) {
    List<Cell> cells = row.cells().stream().map(cell -> cell(row, cell)).toList();
    String what = Plain.text(row.description()).replaceFirst("^[,;:.]\\s*", "");
    return new Row(Plain.text(row.id()), what, asked(row.item()), cells);
  }

  /// What the scope asks for: "420 SF", "carry $800.00".
  private static String asked(ScopeOfWork.@Nullable Item item) {
    if (item == null) return "";
    if (item.allowance() != null) return "carry " + Amounts.number(item.allowance());
    return quantity(item.quantity(), item.unit());
  }

  private Cell cell(Matrix.Row row, Matrix.Cell cell) {
    return switch (cell.standing()) {
      case PRICED, IN_LUMP_SUM -> priced(cell);
      case INCLUDED_ELSEWHERE ->
          cell.amount() == null ? shown(cell, "shared", "included elsewhere", "") : priced(cell);
      case EXCLUDED ->
          cell.amount() == null ? shown(cell, "excluded", "excluded", "") : priced(cell);
      case NOT_PRICED -> row.part() == Matrix.Part.SCOPE ? notPriced(cell) : none(row, cell);
    };
  }

  private Cell priced(Matrix.Cell cell) {
    BigDecimal amount = cell.amount();
    if (amount != null) {
      return shown(cell, "priced", Amounts.money(amount, cell.bid().currency()), detail(cell));
    }
    String with = cell.countedWith();
    boolean lump = cell.standing() == Standing.IN_LUMP_SUM;
    String main =
        lump ? "in the lump sum" : with == null ? "included" : "priced with " + Plain.text(with);
    return shown(cell, "shared", main, "");
  }

  private Cell notPriced(Matrix.Cell cell) {
    return shown(cell, "absent", "not priced", "");
  }

  private Cell none(Matrix.Row row, Matrix.Cell cell) {
    String words = row.part() == Matrix.Part.ALTERNATE ? "not offered" : "none";
    return shown(cell, "none", words, "");
  }

  /// Cells without a citation say where was searched.
  private Cell shown(Matrix.Cell cell, String key, String main, String detail) {
    List<Citation> citations = cell.citations();
    boolean searched = citations.isEmpty() || key.equals("absent");
    String absent = searched ? Plain.searched(cell.bid().searched()) : "";
    return new Cell(
        names.bidder(cell.bid().source()),
        key,
        main,
        detail,
        Plain.pages(citations),
        Plain.cites(citations),
        absent);
  }

  private static String detail(Matrix.Cell cell) {
    if (cell.lines().size() > 1) {
      return cell.lines().stream()
          .map(line ->
              Plain.text(line.description())
                  + " "
                  + Amounts.money(line.amount(), cell.bid().currency()))
          .collect(Collectors.joining("; "));
    }
    PricedLine line = cell.lines().getFirst();
    String quantity = quantity(line.quantity(), line.unit());
    String allowance = line.kind() == PricedLine.Kind.ALLOWANCE ? "allowance" : "";
    boolean one = line.quantity() == null || line.quantity().compareTo(BigDecimal.ONE) == 0;
    if (one || quantity.isEmpty()) return allowance;
    String currency = cell.bid().currency();
    String price =
        line.unitPrice() == null ? "" : " at " + Amounts.price(line.unitPrice(), currency);
    return quantity + price + (allowance.isEmpty() ? "" : ", " + allowance);
  }

  private static String quantity(@Nullable BigDecimal quantity, @Nullable String unit) {
    if (quantity == null) return "";
    return Amounts.number(quantity) + (unit == null ? "" : " " + Plain.text(unit));
  }

  private List<Row> sums() {
    List<Row> rows = new ArrayList<>();
    if (any(Bid::subtotal)) rows.add(sum("Subtotal as stated", Bid::subtotal));
    if (any(Bid::tax)) rows.add(sum("Tax as stated", Bid::tax));
    rows.add(sum("Total as stated", Bid::total));
    rows.add(
        new Row("", "Total that the lines and the stated tax add up to", "", each(this::added)));
    return rows;
  }

  private boolean any(Function<Bid, @Nullable Stated<BigDecimal>> sum) {
    return comparison.bids().stream().anyMatch(bid -> sum.apply(bid) != null);
  }

  private Row sum(String what, Function<Bid, @Nullable Stated<BigDecimal>> sum) {
    return new Row("", what, "", each(bid -> stated(bid, sum.apply(bid))));
  }

  private List<Cell> each(Function<Bid, Cell> cell) {
    return comparison.bids().stream().map(cell).toList();
  }

  private Cell stated(Bid bid, @Nullable Stated<BigDecimal> sum) {
    String bidder = names.bidder(bid.source());
    if (sum == null) {
      return new Cell(
          bidder, "none", "not stated", "", "", List.of(), Plain.searched(bid.searched()));
    }
    List<Citation> place = List.of(sum.citation());
    String amount = Amounts.money(sum.value(), bid.currency());
    return new Cell(bidder, "priced", amount, "", Plain.pages(place), Plain.cites(place), "");
  }

  private Cell added(Bid bid) {
    Stated<BigDecimal> total = bid.total();
    BigDecimal computed = bid.computedTotal();
    BigDecimal off = total == null ? BigDecimal.ZERO : computed.subtract(total.value());
    String detail =
        off.signum() == 0 ? "" : Amounts.effect(off, bid.currency()) + " against the stated total";
    String key = off.signum() == 0 ? "computed" : "computed off";
    String amount = Amounts.money(computed, bid.currency());
    return new Cell(names.bidder(bid.source()), key, amount, detail, "", List.of(), "");
  }
}
