package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.cite.Figures;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Settles subtotal, tax and total of a bid between the rules and a model, as its lines are
/// settled. What only the model read enters when the lines add up to it.
final class SettleSums {
  private final Claims claims;
  private final Differences differences;

  SettleSums(Claims claims, Differences differences) {
    this.claims = claims;
    this.differences = differences;
  }

  Bid settled(Bid bid) {
    var one =
        settled(
            bid,
            "the total",
            bid.total(),
            claims.total(),
            total -> with(bid, bid.subtotal(), bid.tax(), total));
    var two =
        settled(
            one,
            "the tax",
            one.tax(),
            claims.tax(),
            tax -> with(one, one.subtotal(), tax, one.total()));
    return settled(
        two,
        "the subtotal",
        two.subtotal(),
        claims.subtotal(),
        sum -> with(two, sum, two.tax(), two.total()));
  }

  private Bid settled(
      Bid bid,
      String what,
      @Nullable Stated<BigDecimal> own,
      @Nullable Claim claim,
      Function<Stated<BigDecimal>, Bid> with) {
    if (claim == null || (own != null && Sums.same(own.value(), claim.amount()))) return bid;
    var other = with.apply(claim.stated());
    boolean better = agrees(other) && !agrees(bid);
    if (own == null) {
      if (agrees(other)) differences.added(what, claim);
      else differences.notAdded(what, claim);
      return agrees(other) ? other : bid;
    }
    boolean unwritten = !Figures.hold(own.citation().quote(), own.value());
    if (better || (unwritten && !agrees(bid))) {
      differences.mended(
          what,
          own.value(),
          own.citation(),
          claim,
          better ? "the bid adds up with it alone" : "only that is written where it was read");
      return other;
    }
    if (!agrees(bid)) differences.both(what, own.value(), own.citation(), claim);
    return bid;
  }

  private static Bid with(
      Bid bid,
      @Nullable Stated<BigDecimal> subtotal,
      @Nullable Stated<BigDecimal> tax,
      @Nullable Stated<BigDecimal> total) {
    return bid.priced(bid.lines(), subtotal, tax, total);
  }

  /// Whether lines, tax and total agree, as far as they are stated.
  private static boolean agrees(Bid bid) {
    if (!Sums.fit(bid)) return false;
    var subtotal = bid.subtotal();
    var total = bid.total();
    if (subtotal == null || total == null) return true;
    var tax = bid.tax() == null ? BigDecimal.ZERO : bid.tax().value();
    return Sums.same(subtotal.value().add(tax), total.value())
        || Sums.same(subtotal.value(), total.value());
  }
}
