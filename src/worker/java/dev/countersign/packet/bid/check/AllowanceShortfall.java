package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.ALLOWANCE_SHORTFALL;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.align.Likeness;
import dev.countersign.packet.bid.align.TradeWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Allowances carried below what the scope sets.
final class AllowanceShortfall implements Check {
  private static final Pattern SET =
      Pattern.compile(
          "\\ballowances?\\b[^.;$]{0,40}\\$ ?(\\d[\\d,]*\\d)", Pattern.CASE_INSENSITIVE);

  private final TradeWords words;

  AllowanceShortfall(TradeWords words) {
    this.words = words;
  }

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    var likeness = new Likeness(words, packet.items());
    for (Bid bid : packet.bids()) {
      for (var item : packet.items()) {
        var set = item.allowance();
        if (set == null) continue;
        carried(packet, likeness, bid, item.id())
            .filter(line -> line.amount().compareTo(set) < 0)
            .ifPresent(line -> flags.add(flag(bid, item.id(), item.description(), set, line)));
      }
    }
    packet.bids().forEach(bid -> flags.addAll(ofConditions(packet, bid)));
    return flags;
  }

  /// Allowances that a condition of the scope sets, rather than an item.
  private List<Flag> ofConditions(Packet packet, Bid bid) {
    var flags = new ArrayList<Flag>();
    var carried =
        bid.baseLines().stream().filter(line -> line.kind() == PricedLine.Kind.ALLOWANCE).toList();
    for (var requirement : packet.requirements()) {
      var set = SET.matcher(requirement.text());
      if (!set.find()) continue;
      var amount = new BigDecimal(set.group(1).replace(",", ""));
      carried.stream()
          .filter(line -> line.amount().compareTo(amount) < 0)
          .filter(line ->
              words.in(line.description()).stream()
                  .filter(thing -> !"allowanc".equals(thing))
                  .anyMatch(words.in(requirement.text())::contains))
          .findFirst()
          .ifPresent(
              line -> flags.add(flag(bid, requirement.id(), line.description(), amount, line)));
    }
    return flags;
  }

  /// The line that the item was lined up with, or the only allowance that speaks of it.
  private static Optional<PricedLine> carried(
      Packet packet, Likeness likeness, Bid bid, String itemId) {
    var lines = packet.lines(itemId, bid);
    if (lines.size() == 1)
      return Optional.of(lines.getFirst()).filter(line -> line.amount().signum() > 0);
    return bid.baseLines().stream()
        .filter(line ->
            line.kind() == PricedLine.Kind.ALLOWANCE
                && likeness.between(itemId, line.description()) > 0.6)
        .findFirst();
  }

  private static Flag flag(
      Bid bid, String itemId, String description, BigDecimal set, PricedLine line) {
    var missing = set.subtract(line.amount());
    var sentence =
        "%s carries %s for %s (%s); the scope sets %s, %s more."
            .formatted(
                Say.name(bid),
                Say.money(line.amount(), bid),
                description,
                itemId,
                Say.money(set, bid),
                Say.money(missing, bid));
    return Finding.high(ALLOWANCE_SHORTFALL)
        .in(bid)
        .on(itemId)
        .worth(missing)
        .at(line.citation())
        .say(sentence);
  }
}
