package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison.Ranking;
import dev.countersign.packet.bid.Comparison.Standings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who is lowest: as stated, with the arithmetic done again, and with what a bid leaves out added
/// at the mean of the other bids' prices.
public final class RankBids {

  public Standings rank(Packet packet) {
    return new Standings(stated(packet), corrected(packet), leveled(packet));
  }

  private static Ranking stated(Packet packet) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    var notes = new HashMap<String, String>();
    for (Bid bid : packet.bids()) {
      Totals.stated(bid)
          .ifPresentOrElse(
              total -> totals.put(bid.source(), total),
              () -> notes.put(bid.source(), "States no total."));
      if (bid.total() == null && totals.containsKey(bid.source()))
        notes.put(bid.source(), "States no total; this is the sum of its lines.");
    }
    return ranking(packet, totals, notes);
  }

  private static Ranking corrected(Packet packet) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    var notes = new HashMap<String, String>();
    for (Bid bid : packet.bids()) {
      var total = Totals.corrected(bid);
      if (total.isEmpty()) continue;
      totals.put(bid.source(), total.get());
      var off = total.get().subtract(Totals.stated(bid).orElse(total.get()));
      if (!Totals.same(off, BigDecimal.ZERO)) {
        notes.put(
            bid.source(),
            "Its lines and tax add up to "
                + Say.money(off.abs(), bid)
                + (off.signum() > 0 ? " more" : " less")
                + " than it states.");
      }
    }
    return ranking(packet, totals, notes);
  }

  private static Ranking leveled(Packet packet) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    var notes = new HashMap<String, String>();
    for (Bid bid : packet.bids()) {
      var total = Totals.corrected(bid);
      if (total.isEmpty()) continue;
      var added = new ArrayList<String>();
      var unknown = new ArrayList<String>();
      totals.put(bid.source(), total.get().add(leftOut(packet, bid, added, unknown)));
      var note = note(added, unknown);
      if (!note.isEmpty()) notes.put(bid.source(), note);
    }
    return ranking(packet, totals, notes);
  }

  private static BigDecimal leftOut(
      Packet packet, Bid bid, List<String> added, List<String> unknown) {
    var sum = BigDecimal.ZERO;
    for (var item : packet.items()) {
      var standing = packet.cell(item.id(), bid).map(cell -> cell.standing());
      boolean out =
          standing
              .filter(one -> one == Standing.NOT_PRICED || one == Standing.EXCLUDED)
              .isPresent();
      if (!out || (!packet.hasItems() && !OtherBids.mostPrice(packet, item.id(), bid))) continue;
      var mean = OtherBids.mean(packet, item.id(), bid);
      if (mean.isEmpty()) {
        unknown.add(item.id());
        continue;
      }
      sum = sum.add(mean.get());
      added.add(
          Say.money(mean.get(), bid)
              + " for "
              + (packet.hasItems() ? item.id() : item.description()));
    }
    return sum;
  }

  private static String note(List<String> added, List<String> unknown) {
    var sums = added.isEmpty() ? "" : "Adds " + Say.list(added) + ", the mean of the other bids. ";
    var open =
        unknown.isEmpty()
            ? ""
            : "Leaves out " + Say.list(unknown) + ", which no other bid prices alone.";
    return (sums + open).strip();
  }

  private static Ranking ranking(
      Packet packet, Map<String, BigDecimal> totals, Map<String, String> notes) {
    var comparable = SameCurrency.of(packet.bids()).stream().map(Bid::source).toList();
    for (Bid bid : packet.bids()) {
      if (!comparable.contains(bid.source()))
        notes.merge(
            bid.source(),
            "In " + bid.currency() + "; not compared.",
            (one, other) -> one + " " + other);
    }
    var low =
        totals.entrySet().stream()
            .filter(entry -> comparable.contains(entry.getKey()))
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    return new Ranking(low, totals, notes);
  }
}
