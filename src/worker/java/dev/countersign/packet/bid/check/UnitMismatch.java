package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.UNIT_MISMATCH;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.align.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Lines priced in another unit than the scope's, or, without a scope, than most bids use.
final class UnitMismatch implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (var item : packet.items()) {
      var asked = unit(packet, item);
      if (asked.isEmpty()) continue;
      for (Bid bid : packet.bids()) {
        for (PricedLine line : packet.lines(item.id(), bid)) {
          UnitOfMeasure.named(line.unit())
              .filter(unit -> unit.measures() && !unit.symbol().equals(asked.get().symbol()))
              .filter(unit ->
                  unit.inBase().compareTo(asked.get().inBase()) != 0
                      || !unit.convertsTo(asked.get()))
              .filter(_ -> packet.itemsOf(line, bid) == 1 && !isSize(packet, item, line))
              .ifPresent(unit -> flags.add(flag(packet, bid, item, line, unit, asked.get())));
        }
      }
    }
    return flags;
  }

  /// "10 ton" of a ten-ton unit is a size, not how it is priced.
  private static boolean isSize(Packet packet, ScopeOfWork.Item item, PricedLine line) {
    if (line.quantity() == null || line.unit() == null || !packet.hasItems()) return false;
    var size =
        Sentences.plain(line.quantity().stripTrailingZeros().toPlainString() + " " + line.unit());
    return Sentences.plain(item.description()).contains(size);
  }

  private static Optional<UnitOfMeasure> unit(Packet packet, ScopeOfWork.Item item) {
    var asked = UnitOfMeasure.named(item.unit()).filter(UnitOfMeasure::measures);
    return asked.isPresent() || packet.hasItems() ? asked : usual(packet, item);
  }

  /// What at least two bids use, and more than use any other.
  private static Optional<UnitOfMeasure> usual(Packet packet, ScopeOfWork.Item item) {
    var counts = new HashMap<UnitOfMeasure, Integer>();
    for (Bid bid : packet.bids()) {
      for (PricedLine line : packet.lines(item.id(), bid)) {
        UnitOfMeasure.named(line.unit())
            .filter(UnitOfMeasure::measures)
            .ifPresent(unit -> counts.merge(unit, 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= 2)
        .max((one, other) -> Integer.compare(one.getValue(), other.getValue()))
        .map(entry -> entry.getKey());
  }

  private static Flag flag(
      Packet packet,
      Bid bid,
      ScopeOfWork.Item item,
      PricedLine line,
      UnitOfMeasure unit,
      UnitOfMeasure asked) {
    var whose = packet.hasItems() ? "the scope asks for it by the " : "the others price it by the ";
    var sentence =
        "%s prices %s by the %s; %s%s%s."
            .formatted(
                Say.name(bid),
                name(packet, item),
                unit.symbol(),
                whose,
                asked.symbol(),
                conversion(bid, item, line, unit, asked));
    boolean same = unit.convertsTo(asked) && sameQuantity(item, line, unit, asked);
    return (same ? Finding.medium(UNIT_MISMATCH) : Finding.high(UNIT_MISMATCH))
        .in(bid)
        .on(packet.hasItems() ? item.id() : null)
        .at(line.citation())
        .say(sentence);
  }

  private static String name(Packet packet, ScopeOfWork.Item item) {
    return packet.hasItems() ? item.description() + " (" + item.id() + ")" : item.description();
  }

  private static boolean sameQuantity(
      ScopeOfWork.Item item, PricedLine line, UnitOfMeasure unit, UnitOfMeasure asked) {
    if (line.quantity() == null || item.quantity() == null || item.quantity().signum() == 0)
      return true;
    var ratio =
        line.quantity().multiply(unit.per(asked)).divide(item.quantity(), MathContext.DECIMAL64);
    return ratio.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.02")) <= 0;
  }

  /// "; 34.5 SY is 310.5 SF and $151.00/SY is $16.78/SF"
  private static String conversion(
      Bid bid, ScopeOfWork.Item item, PricedLine line, UnitOfMeasure unit, UnitOfMeasure asked) {
    if (!unit.convertsTo(asked)) return ", and the one cannot be turned into the other";
    var per = unit.per(asked);
    var parts = new ArrayList<String>();
    if (line.quantity() != null) {
      var converted = line.quantity().multiply(per).setScale(1, RoundingMode.HALF_UP);
      parts.add(
          Say.number(line.quantity())
              + " "
              + unit.symbol()
              + " is "
              + Say.number(converted)
              + " "
              + asked.symbol());
    }
    if (line.unitPrice() != null) {
      var price = line.unitPrice().divide(per, 2, RoundingMode.HALF_UP);
      parts.add(
          Say.money(line.unitPrice(), bid)
              + "/"
              + unit.symbol()
              + " is "
              + Say.money(price, bid)
              + "/"
              + asked.symbol());
    }
    if (item.quantity() != null && !sameQuantity(item, line, unit, asked)) {
      parts.add(
          "which is not the "
              + Say.number(item.quantity())
              + " "
              + asked.symbol()
              + " of the scope");
    }
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
  }
}
