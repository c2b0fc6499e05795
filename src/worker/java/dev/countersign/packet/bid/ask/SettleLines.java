package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.cite.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Settles the lines of a bid between the rules and a model. The page decides: a figure that is not
/// written where it was read gives way to one that is; where both are written, the total that the
/// bid states decides. What stays open is told, and the rules' figure stands meanwhile.
final class SettleLines {
  private static final int MOST_TOLD = 4;

  private final Bid bid;
  private final Differences differences;
  private final List<PricedLine> lines;

  SettleLines(Bid bid, Differences differences) {
    this.bid = bid;
    this.differences = differences;
    this.lines = new ArrayList<>(bid.lines());
  }

  /// @param unseen pages that the model was not shown
  Bid settled(List<Claim> claims, Set<Integer> unseen) {
    if (breaksDown(claims)) return bid.priced(lines);
    var pairs = PairLines.of(bid.lines(), claims);
    pairs.differing().forEach(this::settle);
    add(pairs.onlySaid());
    if (!claims.isEmpty() && !fits()) {
      var left =
          pairs.onlyRead().stream()
              .filter(line -> line.kind() != PricedLine.Kind.INCLUDED)
              .filter(line -> !unseen.contains(line.citation().page()))
              .toList();
      if (!left.isEmpty()) differences.onlyByRule(left);
    }
    return bid.priced(lines);
  }

  /// Lines that add up to what the rules took for one sum are what that sum is made of.
  private boolean breaksDown(List<Claim> claims) {
    var parts = claims.stream().filter(claim -> !Sums.isOne(bid, claim.amount())).toList();
    boolean oneSum = bid.baseLines().stream().allMatch(l -> l.kind() == PricedLine.Kind.LUMP_SUM);
    if (!oneSum || parts.size() < 2) return false;
    var broken = new ArrayList<>(bid.alternates());
    for (var part : parts) broken.add(line(lines.size() + broken.size() + 1, part));
    if (!Sums.fit(bid.priced(broken))) return false;
    lines.clear();
    lines.addAll(broken);
    differences.brokenDown(parts);
    return true;
  }

  private void settle(PairLines.Pair pair) {
    var line = pair.line();
    var claim = pair.claim();
    int place = lines.indexOf(line);
    var what = Differences.quote(line.description());
    if (!written(line)) {
      lines.set(place, as(line, claim));
      differences.mended(
          what, line.amount(), line.citation(), claim, "only that is written where it was read");
    } else if (!fits()) {
      lines.set(place, as(line, claim));
      if (fits())
        differences.mended(
            what, line.amount(), line.citation(), claim, "the bid adds up with it alone");
      else {
        lines.set(place, line);
        differences.both(what, line.amount(), line.citation(), claim);
      }
    }
  }

  /// What only the model read enters when the bid's own sums need it.
  private void add(List<Claim> claims) {
    var open = new ArrayList<Claim>();
    for (var claim : claims) {
      if (fits() || Sums.isOne(bid, claim.amount())) continue;
      lines.add(line(lines.size() + 1, claim));
      if (fits()) differences.added("a price for " + Differences.quote(claim.description()), claim);
      else {
        lines.removeLast();
        open.add(claim);
      }
    }
    if (fits()) return;
    if (open.size() > MOST_TOLD) differences.moreNotAdded(open);
    else
      for (var claim : open)
        differences.notAdded("a price for " + Differences.quote(claim.description()), claim);
  }

  private boolean fits() {
    return Sums.fit(bid.priced(lines));
  }

  /// The rules know more ways to write a number, so they are only doubted when its digits are not
  /// there at all.
  private static boolean written(PricedLine line) {
    var quote = line.citation().quote();
    var digits = line.amount().abs().stripTrailingZeros().toPlainString().replaceAll("\\D", "");
    return Figures.hold(quote, line.amount()) || quote.replaceAll("\\D", "").contains(digits);
  }

  private static PricedLine as(PricedLine line, Claim claim) {
    return new PricedLine(
        line.number(),
        line.ref(),
        line.description(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        claim.amount(),
        line.kind(),
        line.label(),
        claim.citation());
  }

  private static PricedLine line(int number, Claim claim) {
    return new PricedLine(
        number,
        null,
        claim.description(),
        null,
        null,
        null,
        claim.amount(),
        PricedLine.Kind.BASE,
        null,
        claim.citation());
  }
}
