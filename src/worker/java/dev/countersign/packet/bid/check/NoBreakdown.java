package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.NO_BREAKDOWN;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lump sums that hide what the items cost.
final class NoBreakdown implements Check {
  private static final int ENOUGH_ITEMS = 3;
  private static final Pattern ASKED =
      Pattern.compile(
          "\\bbreak ?down|\\bitemi[sz]|\\bschedule of values|\\bunit prices?\\b|\\b(?:each|every|by) (?:line|item)|\\bline[- ]item|\\bby trade",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Flag> flags(Packet packet) {
    if (packet.items().size() < ENOUGH_ITEMS) return List.of();
    return packet.bids().stream().flatMap(bid -> check(packet, bid)).toList();
  }

  private static Stream<Flag> check(Packet packet, Bid bid) {
    int items = packet.items().size();
    long hidden = standing(packet, bid, Standing.IN_LUMP_SUM);
    long priced = standing(packet, bid, Standing.PRICED);
    if (hidden * 2 < items || hidden <= priced) return Stream.empty();
    boolean asked =
        packet.requirements().stream().anyMatch(one -> ASKED.matcher(one.text()).find());
    var words =
        "%s gives a lump sum%s; %d of %d items have no price of their own, so the bid cannot be compared line by line."
            .formatted(Say.name(bid), amount(bid), hidden, items);
    return Stream.of(
        (asked ? Finding.high(NO_BREAKDOWN) : Finding.medium(NO_BREAKDOWN))
            .in(bid)
            .at(place(bid))
            .say(words));
  }

  private static long standing(Packet packet, Bid bid, Standing standing) {
    return packet.items().stream()
        .filter(item ->
            packet.cell(item.id(), bid).filter(cell -> cell.standing() == standing).isPresent())
        .count();
  }

  private static String amount(Bid bid) {
    return bid.total() == null ? "" : " of " + Say.money(bid.total().value(), bid);
  }

  private static @Nullable Citation place(Bid bid) {
    if (bid.total() != null) return bid.total().citation();
    return bid.baseLines().stream().map(PricedLine::citation).findFirst().orElse(null);
  }
}
