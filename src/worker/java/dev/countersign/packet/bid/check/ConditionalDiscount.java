package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.CONDITIONAL_DISCOUNT;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Discounts that hold only on a condition or until a date. Within the total they make it smaller
/// than what will be paid.
final class ConditionalDiscount implements Check {
  private static final Pattern DISCOUNT =
      Pattern.compile(
          "\\bdiscounts?\\b|\\brebates?\\b|\\b(?:deduct|reduc\\w+|credit|take|less|savings? of|subtract)\\b[^.;]{0,40}(?:\\d ?%|percent|[$€£] ?\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\b(?:if|provided|when|unless|upon|contingent|conditional|on condition|subject to|only (?:for|with|where)|assum\\w+|should|in (?:case|the event)|with (?:award|acceptance|a signed|both|all|payment|prompt))\\b"
              + "|\\b(?:before|until|till|through|by|within|no later than|prior to|on or before|valid|expires?)\\b[^.;]{0,40}(?:\\d|january|february|march|april|may\\b|june|july|august|september|october|november|december|award|execution|signing|notice)"
              + "|\\bearly (?:award|acceptance|payment|signing|order)|\\bprompt pay|\\bcombined award|\\bboth (?:projects|buildings|bids|phases|packages)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOR_PAYMENT =
      Pattern.compile(
          "\\d(?:\\.\\d+)? ?%?\\s*[/-]?\\s*\\d+,? net|\\bpa(?:id|yment)s?\\b[^.;]{0,30}\\b(?:within|in) \\w+|\\bprompt pay|\\binvoice",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NONE =
      Pattern.compile(
          "\\bno discounts?\\b|\\bdiscounts? (?:is|are) not\\b|\\bwithout discount",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:retain\\w*|retention|deposit|credit cards?|less than|interest|late)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALTERNATE =
      Pattern.compile(
          "\\b(?:alternates?|option|in lieu|instead|would rather)\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      var deducted = deducted(bid);
      var condition =
          Sentences.of(packet, bid).stream().filter(ConditionalDiscount::onCondition).findFirst();
      if (deducted.isPresent()
          && (condition.isPresent() || CONDITION.matcher(deducted.get().description()).find())) {
        flags.add(inTotal(bid, deducted.get(), condition));
      } else {
        condition.ifPresent(sentence -> flags.add(besideTotal(bid, sentence)));
      }
    }
    return flags;
  }

  private static Optional<PricedLine> deducted(Bid bid) {
    return bid.baseLines().stream()
        .filter(line -> line.amount().signum() < 0)
        .filter(line ->
            Pattern.compile(
                    "\\b(?:discount|rebate|less|reduction|credit|deduct)", Pattern.CASE_INSENSITIVE)
                .matcher(line.description())
                .find())
        .findFirst();
  }

  private static boolean onCondition(Sentence sentence) {
    var text = sentence.text();
    if (NONE.matcher(text).find() || ALTERNATE.matcher(text).find() || OTHER.matcher(text).find())
      return false;
    boolean discount = sentence.kind() == Clause.Kind.DISCOUNT || DISCOUNT.matcher(text).find();
    return discount && (CONDITION.matcher(text).find() || FOR_PAYMENT.matcher(text).find());
  }

  private static Flag inTotal(Bid bid, PricedLine line, Optional<Sentence> condition) {
    var why = condition.map(Sentence::text).orElse(line.description());
    var words =
        "The total of %s already takes off %s, which holds only on a condition: %s; without it the bid is that much higher."
            .formatted(Say.name(bid), Say.money(line.amount().abs(), bid), Say.quote(why));
    var place = condition.map(Sentence::citation).orElse(line.citation());
    return Finding.high(CONDITIONAL_DISCOUNT)
        .in(bid)
        .worth(line.amount().negate())
        .at(place)
        .say(words);
  }

  private static Flag besideTotal(Bid bid, Sentence sentence) {
    boolean forPayment = FOR_PAYMENT.matcher(sentence.text()).find();
    var words =
        "%s offers a discount on a condition, which is not in its total: %s (page %d)."
            .formatted(Say.name(bid), Say.quote(sentence.text()), sentence.citation().page());
    return (forPayment ? Finding.low(CONDITIONAL_DISCOUNT) : Finding.medium(CONDITIONAL_DISCOUNT))
        .in(bid)
        .at(sentence.citation())
        .say(words);
  }
}
