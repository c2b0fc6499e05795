package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.bid.present.PacketView.BidClauses;
import dev.countersign.packet.bid.present.PacketView.Cell;
import dev.countersign.packet.bid.present.PacketView.ClauseGroup;
import dev.countersign.packet.bid.present.PacketView.Row;
import dev.countersign.packet.bid.present.PacketView.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the bids say beside their prices: terms in a table, clauses bid by bid.
final class TermsView {
  private final Comparison comparison;
  private final BidNames names;

  TermsView(Comparison comparison, BidNames names) {
    this.comparison = comparison;
    this.names = names;
  }

  List<Row> terms() {
    return List.of(
        row("Bid date", Bid::date),
        row("Valid until", Bid::validUntil),
        row("Schedule", Bid::schedule),
        row("Lead time", Bid::leadTime),
        row("Bond", Bid::bond),
        row("Addenda acknowledged", Bid::addenda),
        row("Payment", Bid::payment));
  }

  private Row row(String what, Function<Bid, @Nullable Stated<?>> term) {
    List<Cell> cells = comparison.bids().stream().map(bid -> cell(bid, term.apply(bid))).toList();
    return new Row("", what, "", cells);
  }

  private Cell cell(Bid bid, @Nullable Stated<?> term) {
    String bidder = names.bidder(bid.source());
    if (term == null) {
      return new Cell(
          bidder, "none", "not stated", "", "", List.of(), Plain.searched(bid.searched()));
    }
    List<Citation> place = List.of(term.citation());
    return new Cell(
        bidder, "said", Plain.value(term), "", Plain.pages(place), Plain.cites(place), "");
  }

  List<BidClauses> clauses() {
    return comparison.bids().stream().map(this::clauses).toList();
  }

  private BidClauses clauses(Bid bid) {
    List<ClauseGroup> groups = new ArrayList<>();
    for (Clause.Kind kind : Clause.Kind.values()) {
      List<Said> said = said(bid, kind);
      if (!said.isEmpty() && kind != Clause.Kind.OTHER)
        groups.add(new ClauseGroup(name(kind), said));
    }
    String absent =
        groups.isEmpty()
            ? "No exclusions or clarifications found, " + Plain.searched(bid.searched()) + "."
            : "";
    return new BidClauses(names.bidder(bid.source()), Plain.text(bid.document()), groups, absent);
  }

  /// Text of the bids that tries to instruct whoever reads them: as clauses, or only as flags.
  List<Said> instructions() {
    List<Said> instructions = new ArrayList<>();
    for (Bid bid : comparison.bids()) instructions.addAll(said(bid, Clause.Kind.INSTRUCTS_READER));
    for (Flag flag : comparison.flags()) {
      Citation place = flag.citation();
      if (flag.kind() != Flag.Kind.INSTRUCTS_READER || place == null) continue;
      Said said = new Said(Plain.text(place.quote()), false, Plain.cite(place));
      if (instructions.stream().noneMatch(one -> says(one, said))) instructions.add(said);
    }
    return instructions;
  }

  private static boolean says(Said one, Said other) {
    boolean place = one.cite().document().equals(other.cite().document());
    return place && (one.text().contains(other.text()) || other.text().contains(one.text()));
  }

  private static List<Said> said(Bid bid, Clause.Kind kind) {
    return bid.clauses().stream()
        .filter(clause -> clause.kind() == kind)
        .map(c -> new Said(Plain.text(c.text()), c.smallPrint(), Plain.cite(c.citation())))
        .toList();
  }

  private static String name(Clause.Kind kind) {
    return switch (kind) {
      case EXCLUSION -> "Exclusions";
      case CLARIFICATION -> "Clarifications";
      case ESCALATION -> "Price escalation";
      case TAX -> "Tax";
      case DISCOUNT -> "Discounts";
      case INSTRUCTS_READER -> "Addressed to the reader";
      case OTHER -> "Other";
    };
  }
}
