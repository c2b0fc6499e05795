package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Ranking;
import dev.countersign.packet.bid.Comparison.Standings;
import dev.countersign.packet.bid.present.PacketView.Bar;
import dev.countersign.packet.bid.present.PacketView.Total;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The three totals of each bid as bars from zero, and why they differ.
final class TotalsView {
  private final Comparison comparison;
  private final BidNames names;
  private final BigDecimal highest;

  TotalsView(Comparison comparison, BidNames names) {
    this.comparison = comparison;
    this.names = names;
    Standings standings = comparison.standings();
    this.highest =
        Stream.of(standings.stated(), standings.corrected(), standings.leveled())
            .flatMap(ranking -> ranking.totals().values().stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
  }

  List<Total> totals() {
    return comparison.bids().stream().map(this::total).toList();
  }

  private Total total(Bid bid) {
    Standings standings = comparison.standings();
    List<Bar> bars =
        List.of(
            bar("As stated", "stated", standings.stated(), bid),
            bar("Corrected", "corrected", standings.corrected(), bid),
            bar("Leveled", "leveled", standings.leveled(), bid));
    return new Total(names.bidder(bid.source()), Plain.text(bid.document()), bars);
  }

  private Bar bar(String name, String key, Ranking ranking, Bid bid) {
    BigDecimal total = ranking.totals().get(bid.source());
    if (total == null) return new Bar(name, key, "", "0", false);
    boolean low = bid.source().equals(ranking.low());
    return new Bar(name, key, Amounts.money(total, bid.currency()), share(total), low);
  }

  private String share(BigDecimal total) {
    if (highest.signum() <= 0 || total.signum() <= 0) return "0";
    return total.movePointRight(2).divide(highest, 1, RoundingMode.HALF_UP).toPlainString();
  }

  /// What the rankings' notes say, bid by bid, each once.
  List<String> reasons() {
    Standings standings = comparison.standings();
    Set<String> reasons = new LinkedHashSet<>();
    for (Bid bid : comparison.bids()) {
      List<String> notes = new ArrayList<>();
      for (Ranking ranking :
          List.of(standings.stated(), standings.corrected(), standings.leveled())) {
        String note = ranking.notes().get(bid.source());
        if (note != null && !notes.contains(note)) notes.add(note);
      }
      if (!notes.isEmpty()) {
        reasons.add(names.bidder(bid.source()) + ": " + Plain.text(String.join(" ", notes)));
      }
    }
    return List.copyOf(reasons);
  }
}
