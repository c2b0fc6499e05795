package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The comparison table: scope items down, bids across; then what bids price outside the scope,
/// then alternates. Each priced line of a bid is counted in exactly one cell, so a column adds up
/// to what the bid's lines add up to.
record Matrix(List<Row> rows) {
  /// Which part of the table a row belongs to. Alternates are no part of a sum.
  enum Part {
    SCOPE,
    OUTSIDE,
    ALTERNATE
  }

  /// @param cells one for each bid, in the order of the bids
  record Row(
      Part part,
      String id,
      String description,
      ScopeOfWork.@Nullable Item item,
      List<Cell> cells) {}

  /// @param amount what the cell adds to its bid; null when it has no price of its own
  /// @param countedWith the row whose amount already holds this one's
  record Cell(
      Bid bid,
      Standing standing,
      @Nullable BigDecimal amount,
      @Nullable String countedWith,
      List<PricedLine> lines,
      List<Citation> mentions) {
    /// Every place that grounds the cell.
    List<Citation> citations() {
      List<Citation> all = new ArrayList<>();
      lines.forEach(line -> all.add(line.citation()));
      all.addAll(mentions);
      if (all.isEmpty() && standing == Standing.IN_LUMP_SUM) all.addAll(lumpSums());
      return all;
    }

    private List<Citation> lumpSums() {
      return bid.baseLines().stream()
          .filter(line -> line.kind() == PricedLine.Kind.LUMP_SUM)
          .map(PricedLine::citation)
          .toList();
    }
  }

  static Matrix of(Comparison comparison) {
    return new Laying(comparison).rows();
  }

  List<Row> part(Part part) {
    return rows.stream().filter(row -> row.part() == part).toList();
  }

  /// Lays the rows out, remembering in which row each line was counted.
  private static final class Laying {
    private final Comparison comparison;
    private final Map<String, Map<Integer, String>> countedIn = new HashMap<>();

    Laying(Comparison comparison) {
      this.comparison = comparison;
      comparison.bids().forEach(bid -> countedIn.put(bid.source(), new HashMap<>()));
    }

    Matrix rows() {
      List<Row> rows = new ArrayList<>();
      for (Alignment.Row row : comparison.alignment().rows()) rows.add(scopeRow(row));
      boolean items = !rows.isEmpty();
      outside("Lump sum", line -> line.kind() == PricedLine.Kind.LUMP_SUM).ifPresent(rows::add);
      String rest = items ? "Outside the items: overhead, fee, extras" : "All priced lines";
      outside(rest, line -> line.kind() != PricedLine.Kind.LUMP_SUM).ifPresent(rows::add);
      for (String label : labels()) rows.add(alternateRow(label));
      return new Matrix(List.copyOf(rows));
    }

    private Row scopeRow(Alignment.Row row) {
      List<Cell> cells = comparison.bids().stream().map(bid -> scopeCell(row, bid)).toList();
      return new Row(Part.SCOPE, row.itemId(), row.description(), item(row.itemId()), cells);
    }

    private ScopeOfWork.@Nullable Item item(String id) {
      ScopeOfWork scope = comparison.scope();
      if (scope == null) return null;
      return scope.items().stream().filter(i -> i.id().equals(id)).findFirst().orElse(null);
    }

    private Cell scopeCell(Alignment.Row row, Bid bid) {
      return row.cells().stream()
          .filter(cell -> cell.bid().equals(bid.source()))
          .findFirst()
          .map(cell -> aligned(row, bid, cell))
          .orElse(new Cell(bid, Standing.NOT_PRICED, null, null, List.of(), List.of()));
    }

    private Cell aligned(Alignment.Row row, Bid bid, Alignment.Cell cell) {
      Map<Integer, String> counted = Objects.requireNonNull(countedIn.get(bid.source()));
      List<PricedLine> lines =
          bid.baseLines().stream().filter(l -> cell.lines().contains(l.number())).toList();
      List<PricedLine> first = lines.stream().filter(l -> countsHere(l, cell, counted)).toList();
      String with =
          first.isEmpty() && !lines.isEmpty() ? counted.get(lines.getFirst().number()) : null;
      first.forEach(line -> counted.put(line.number(), row.itemId()));
      boolean priced = first.stream().anyMatch(l -> l.kind() != PricedLine.Kind.INCLUDED);
      List<Citation> mentions =
          cell.mentions().isEmpty() && lines.isEmpty() ? flagged(row, bid) : cell.mentions();
      return new Cell(bid, cell.standing(), priced ? sum(first) : null, with, lines, mentions);
    }

    /// Where a flag on this item of this bid points: the exclusion that takes it out.
    private List<Citation> flagged(Alignment.Row row, Bid bid) {
      List<Citation> places = new ArrayList<>();
      for (Flag flag : comparison.flags()) {
        boolean here = row.itemId().equals(flag.scopeId()) && bid.source().equals(flag.bid());
        Citation place = flag.citation();
        if (here && place != null && place.source().equals(bid.source())) places.add(place);
      }
      return places;
    }

    /// A price that the bid says is in another line counts in that line's row.
    private static boolean countsHere(
        PricedLine line, Alignment.Cell cell, Map<Integer, String> counted) {
      boolean elsewhere = cell.standing() == Standing.INCLUDED_ELSEWHERE;
      return !counted.containsKey(line.number()) && (!elsewhere || line.amount().signum() == 0);
    }

    /// What no item counts, when there is any.
    private Optional<Row> outside(String what, Predicate<PricedLine> wanted) {
      List<Cell> cells =
          comparison.bids().stream().map(bid -> plain(bid, uncounted(bid, wanted))).toList();
      boolean empty = cells.stream().allMatch(cell -> cell.lines().isEmpty());
      return empty ? Optional.empty() : Optional.of(new Row(Part.OUTSIDE, "", what, null, cells));
    }

    private List<PricedLine> uncounted(Bid bid, Predicate<PricedLine> wanted) {
      Set<Integer> counted = Objects.requireNonNull(countedIn.get(bid.source())).keySet();
      return bid.baseLines().stream()
          .filter(line -> !counted.contains(line.number()) && wanted.test(line))
          .toList();
    }

    private Set<String> labels() {
      Set<String> labels = new LinkedHashSet<>();
      for (Bid bid : comparison.bids()) bid.alternates().forEach(line -> labels.add(label(line)));
      return labels;
    }

    private Row alternateRow(String label) {
      List<Cell> cells =
          comparison.bids().stream()
              .map(bid ->
                  plain(
                      bid, bid.alternates().stream().filter(l -> label(l).equals(label)).toList()))
              .toList();
      String description =
          cells.stream()
              .flatMap(cell -> cell.lines().stream())
              .map(PricedLine::description)
              .findFirst()
              .orElse(label);
      return new Row(Part.ALTERNATE, label, description, null, cells);
    }

    private static Cell plain(Bid bid, List<PricedLine> lines) {
      Standing standing = lines.isEmpty() ? Standing.NOT_PRICED : Standing.PRICED;
      BigDecimal amount = lines.isEmpty() ? null : sum(lines);
      return new Cell(bid, standing, amount, null, lines, List.of());
    }
  }

  private static String label(PricedLine line) {
    return line.label() == null ? "Alternate" : line.label();
  }

  private static BigDecimal sum(List<PricedLine> lines) {
    return lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
