package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Input;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.present.PacketView.Column;
import dev.countersign.packet.bid.present.PacketView.Paper;
import dev.countersign.packet.bid.present.PacketView.Unread;
import java.util.List;

/// Puts a comparison into the words and the order in which the templates show it.
final class ViewOf {
  private ViewOf() {}

  static PacketView comparison(Comparison comparison) {
    BidNames names = new BidNames(comparison);
    TotalsView totals = new TotalsView(comparison, names);
    FlagsView flags = new FlagsView(comparison, names);
    TermsView terms = new TermsView(comparison, names);
    String comment = comparison.reviewerComment();
    return new PacketView(
        Plain.text(comparison.title()),
        about(comparison),
        comparison.revision(),
        comment == null ? "" : Plain.text(comment),
        Headline.of(comparison),
        Headline.caution(comparison),
        totals.reasons(),
        comparison.inputs().stream().flatMap(input -> unread(input).stream()).toList(),
        totals.totals(),
        flags.groups(),
        flags.summary(),
        columns(comparison, names),
        new MatrixView(comparison, names).sections(),
        terms.terms(),
        terms.clauses(),
        terms.instructions(),
        comparison.inputs().stream().map(ViewOf::paper).toList(),
        NarrativeView.of(comparison.narrative()));
  }

  private static String about(Comparison comparison) {
    int bids = comparison.bids().size();
    String count = bids + (bids == 1 ? " bid" : " bids");
    ScopeOfWork scope = comparison.scope();
    if (scope == null) return count + ", no scope of work given";
    int items = scope.items().size();
    String award =
        scope.awardDate() == null ? "" : ", award planned for " + scope.awardDate().value();
    return "%s against %s, %d item%s%s"
        .formatted(count, Plain.text(scope.document()), items, items == 1 ? "" : "s", award);
  }

  private static List<Column> columns(Comparison comparison, BidNames names) {
    return comparison.bids().stream()
        .map(bid -> new Column(names.bidder(bid.source()), Plain.text(bid.document())))
        .toList();
  }

  private static List<Unread> unread(Input input) {
    return input.gaps().stream()
        .map(gap -> new Unread(Plain.text(input.document()), gap.where(), Plain.text(gap.reason())))
        .toList();
  }

  private static Paper paper(Input input) {
    String pages = input.pages() == 1 ? "1 page" : input.pages() + " pages";
    return new Paper(
        Plain.text(input.document()),
        input.role(),
        Plain.text(input.why()),
        pages,
        input.sha256(),
        unread(input));
  }
}
