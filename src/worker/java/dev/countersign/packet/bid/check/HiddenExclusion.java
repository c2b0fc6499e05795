package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.HIDDEN_EXCLUSION;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.align.Exclusions;
import dev.countersign.packet.bid.align.Likeness;
import dev.countersign.packet.bid.align.TradeWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Sentences that take out of the price what the scope asks for, above all in small print. An
/// exclusion that is listed openly and does not touch the scope is none.
final class HiddenExclusion implements Check {
  private static final double TOUCHES_HIDDEN = 0.3;

  private final TradeWords words;

  HiddenExclusion(TradeWords words) {
    this.words = words;
  }

  @Override
  public List<Flag> flags(Packet packet) {
    if (!packet.hasItems()) return smallPrintOnly(packet);
    var likeness = new Likeness(words, packet.items());
    var exclusions = new Exclusions(words, likeness);
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      var said = new HashSet<String>();
      for (var sentence : Sentences.clauses(packet, bid)) {
        boolean takesOut =
            sentence.kind() == Clause.Kind.EXCLUSION || Exclusions.takesOut(sentence.text());
        if (!takesOut || !said.add(Sentences.plain(sentence.text()))) continue;
        check(packet, bid, sentence, exclusions).ifPresent(flags::add);
      }
    }
    return flags;
  }

  private static Optional<Flag> check(
      Packet packet, Bid bid, Sentence sentence, Exclusions exclusions) {
    var touched = mostTouched(packet, sentence, exclusions);
    if (!sentence.smallPrint()
        && touched.filter(item -> isOmitted(packet, bid, item)).isPresent()) {
      return Optional.empty();
    }
    double touch = touched.map(item -> exclusions.touch(item.id(), sentence.text())).orElse(0.0);
    if (touch >= Exclusions.TOUCHES || (sentence.smallPrint() && touch >= TOUCHES_HIDDEN)) {
      return touched.map(item -> takesOut(packet, bid, sentence, item));
    }
    var severity = touch > 0 ? Flag.Severity.MEDIUM : Flag.Severity.LOW;
    return sentence.smallPrint()
        ? Optional.of(inSmallPrint(severity, bid, sentence))
        : Optional.empty();
  }

  /// An item that is openly left out and has no price is told as omitted.
  private static boolean isOmitted(Packet packet, Bid bid, ScopeOfWork.Item item) {
    return packet
        .cell(item.id(), bid)
        .filter(cell -> cell.standing() == Standing.EXCLUDED)
        .isPresent();
  }

  private static Optional<ScopeOfWork.Item> mostTouched(
      Packet packet, Sentence sentence, Exclusions exclusions) {
    return packet.items().stream()
        .filter(item -> exclusions.touch(item.id(), sentence.text()) > 0)
        .max((one, other) ->
            Double.compare(weigh(exclusions, one, sentence), weigh(exclusions, other, sentence)));
  }

  private static double weigh(Exclusions exclusions, ScopeOfWork.Item item, Sentence sentence) {
    return exclusions.touch(item.id(), sentence.text())
        + 0.3 * exclusions.whole(item.id(), sentence.text());
  }

  private static Flag takesOut(Packet packet, Bid bid, Sentence sentence, ScopeOfWork.Item item) {
    boolean priced =
        packet.cell(item.id(), bid).filter(cell -> cell.standing() == Standing.PRICED).isPresent();
    var where = sentence.smallPrint() ? "In small print on page " : "On page ";
    var words =
        "%s%d, %s takes out %s, which the scope asks for in %s (%s)%s."
            .formatted(
                where,
                sentence.citation().page(),
                Say.name(bid),
                Say.quote(sentence.text()),
                item.description(),
                item.id(),
                priced ? ", though it states a price for it" : " and for which it states no price");
    var effect = priced ? null : OtherBids.mean(packet, item.id(), bid).orElse(null);
    return Finding.high(HIDDEN_EXCLUSION)
        .in(bid)
        .on(item.id())
        .worth(effect)
        .at(sentence.citation())
        .say(words);
  }

  private static Flag inSmallPrint(Flag.Severity severity, Bid bid, Sentence sentence) {
    var words =
        "In small print on page %d, %s takes something out of its price: %s."
            .formatted(sentence.citation().page(), Say.name(bid), Say.quote(sentence.text()));
    return Finding.of(HIDDEN_EXCLUSION, severity).in(bid).at(sentence.citation()).say(words);
  }

  private static List<Flag> smallPrintOnly(Packet packet) {
    return packet.bids().stream()
        .flatMap(bid ->
            bid.clauses().stream()
                .filter(clause -> clause.smallPrint() && Exclusions.takesOut(clause))
                .map(clause -> inSmallPrint(Flag.Severity.MEDIUM, bid, Sentence.of(clause))))
        .toList();
  }
}
