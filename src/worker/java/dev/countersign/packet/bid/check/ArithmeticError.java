package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.ARITHMETIC_ERROR;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines that do not add up to the stated subtotal, or subtotal and tax that do not add up to the
/// stated total.
final class ArithmeticError implements Check {
  private static final BigDecimal TRIFLE = BigDecimal.ONE;

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      var flag = check(bid);
      if (flag != null) flags.add(flag);
    }
    return flags;
  }

  private static @Nullable Flag check(Bid bid) {
    if (!Totals.breaksDown(bid)) return partial(bid);
    var lines = bid.computedSubtotal();
    var subtotal = bid.subtotal();
    var total = bid.total();
    if (total != null && accountsFor(bid, bid.computedTotal(), total.value())) return null;
    if (subtotal != null && !accountsFor(bid, lines, subtotal.value())) {
      return flag(bid, subtotal, lines, "the stated subtotal of ");
    }
    if (total == null) return null;
    if (subtotal != null) return addedUp(bid, subtotal.value(), total);
    if (accountsFor(bid, lines, total.value())
        || accountsFor(bid, bid.computedTotal(), total.value())) return null;
    return flag(bid, total, bid.computedTotal(), "the stated total of ");
  }

  private static @Nullable Flag addedUp(Bid bid, BigDecimal subtotal, Stated<BigDecimal> total) {
    var tax = bid.tax() == null ? BigDecimal.ZERO : bid.tax().value();
    boolean holds =
        Totals.same(subtotal.add(tax), total.value())
            || Totals.same(subtotal, total.value())
            || Totals.same(bid.computedTotal(), total.value());
    if (holds) return null;
    return flag(bid, total, subtotal.add(tax), "the stated total of ");
  }

  /// The sum is as stated, or would be with the line extensions mended, which have flags of their
  /// own.
  private static boolean accountsFor(Bid bid, BigDecimal sum, BigDecimal stated) {
    return Totals.same(sum, stated) || Totals.same(sum.add(Totals.mendedBy(bid)), stated);
  }

  private static Flag flag(Bid bid, Stated<BigDecimal> stated, BigDecimal computed, String what) {
    var off = computed.subtract(stated.value());
    boolean trifle = off.abs().compareTo(TRIFLE) <= 0;
    var direction = off.signum() > 0 ? " more than " : " less than ";
    var sentence =
        "The lines of %s add up to %s, %s%s%s%s."
            .formatted(
                Say.name(bid),
                Say.money(computed, bid),
                Say.money(off.abs(), bid),
                direction,
                what,
                Say.money(stated.value(), bid));
    return (trifle ? Finding.low(ARITHMETIC_ERROR) : Finding.high(ARITHMETIC_ERROR))
        .in(bid)
        .worth(off)
        .at(stated.citation())
        .say(sentence);
  }

  /// Lines far from the total are no breakdown of it; that is said, not called an error.
  private static @Nullable Flag partial(Bid bid) {
    var total = bid.total();
    if (total == null || bid.baseLines().size() < 3) return null;
    var sentence =
        "The priced lines of %s add up to %s, far from its total of %s; they may not be the whole breakdown."
            .formatted(
                Say.name(bid), Say.money(bid.computedTotal(), bid), Say.money(total.value(), bid));
    return Finding.medium(ARITHMETIC_ERROR).in(bid).at(total.citation()).say(sentence);
  }
}
