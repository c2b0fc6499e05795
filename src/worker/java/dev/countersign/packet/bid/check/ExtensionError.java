package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.EXTENSION_ERROR;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines whose quantity times unit price is not the amount they state.
final class ExtensionError implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      for (PricedLine line : bid.lines()) {
        Extension.of(line)
            .filter(Extension::wrong)
            .ifPresent(extension -> flags.add(flag(packet, bid, extension)));
      }
    }
    return flags;
  }

  private static Flag flag(Packet packet, Bid bid, Extension extension) {
    var line = extension.line();
    var off = extension.difference();
    var finding =
        extension.explainedByRounding()
            ? Finding.low(EXTENSION_ERROR)
            : Finding.high(EXTENSION_ERROR);
    var sentence =
        "%s: %s extends to %s; %s states %s, %s %s."
            .formatted(
                Say.quote(line.description()),
                product(bid, line),
                Say.money(extension.product(), bid),
                Say.name(bid),
                Say.money(line.amount(), bid),
                Say.money(off.abs(), bid),
                off.signum() > 0 ? "too little" : "too much");
    return finding.in(bid).on(item(packet, bid, line)).worth(off).at(line.citation()).say(sentence);
  }

  private static String product(Bid bid, PricedLine line) {
    var quantity = line.quantity() == null ? "" : Say.number(line.quantity());
    var unit = line.unit() == null ? "" : " " + line.unit();
    var price = line.unitPrice() == null ? "" : Say.money(line.unitPrice(), bid);
    return quantity + unit + " at " + price;
  }

  private static @Nullable String item(Packet packet, Bid bid, PricedLine line) {
    if (!packet.hasItems()) return null;
    for (var item : packet.items())
      if (packet.lines(item.id(), bid).contains(line)) return item.id();
    return null;
  }
}
