package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.ESCALATION_CLAUSE;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sentences by which a price may rise after it was offered.
final class EscalationClause implements Check {
  private static final Pattern RISES =
      Pattern.compile(
          "\\bescalat\\w+|\\bprice adjustment|\\b(?:prices?|pricing|rates?|costs?|bid|proposal|quote|quotation|amount|sum)\\b[^.;]{0,60}\\b(?:subject to|may|will|shall|can|could|to be|are|is|reserves?)\\b[^.;]{0,40}\\b(?:increas\\w*|adjust\\w*|rise|fluctuat\\w*|reprice\\w*|requot\\w*|change (?:with|based|due|without|according))"
              + "|\\bsubject to (?:\\w+ ){0,3}(?:price |cost |market )(?:increases?|changes?|fluctuations?|adjustments?|conditions)"
              + "|\\bincreases? (?:\\w+ ){0,3}in (?:the )?(?:\\w+ ){0,3}(?:costs?|prices?|tariffs?|duties)"
              + "|\\b(?:passed|pass|charged|billed) (?:on|through|along)\\b[^.;]{0,60}(?:cost|increase|tariff|owner|customer|client)"
              + "|\\btariffs?\\b|\\b(?:fuel|material|steel|energy) (?:sur)?charges?\\b|\\bsurcharges?\\b"
              + "|\\bright to (?:adjust|increase|revise|raise|requote|reprice)\\b|\\b(?:adjust|revise|requote|reprice)\\w* (?:the|our|this|these) (?:prices?|bid|quote|quotation|amount)"
              + "|\\bmarket (?:prices?|rates?|value) (?:at|on) (?:the )?(?:time|date|day)"
              + "|\\bincreases? (?:are|is|will be|may be|shall be) (?:passed|charged|billed|added|borne)"
              + "|\\b(?:index|market|list price|quotation|cost of \\w+)\\b[^.;]{0,30}\\b(?:rises?|increases?|goes up|moves?)\\b"
              + "|\\b(?:rates?|prices?|costs?|sums?)\\b[^.;]{0,30}\\b(?:goes?|going|moves?|moving) up\\b"
              + "|\\b(?:follows?|at|per|according to|based on) (?:the )?(?:\\w+ ){0,3}price lists?\\b[^.;]{0,40}\\b(?:day|date|time|delivery|order)"
              + "|\\bprices? (?:in effect|ruling|current|prevailing) (?:at|on)\\b|\\b(?:consumer|producer|cost|price|materials?) (?:price )?index|\\bindexed to\\b"
              + "|\\b(?:add|increase)s? (?:of )?\\d+(?:\\.\\d+)? ?(?:%|percent) (?:per|for each|a) (?:month|week|quarter)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RULED_OUT =
      Pattern.compile(
          "\\b(?:no|not subject to|without|free of|waives?|regardless of|not (?:be )?(?:increas|adjust|escalat)\\w*|shall not|will not|none)\\b[^.;]{0,40}\\b(?:escalat|increas|surcharge|adjust|tariff|price)"
              + "|\\b(?:escalation|tariffs?|surcharges?) (?:is |are )?(?:included|none|waived)|\\b(?:interest|written change order|change order)\\b|\\bunit prices? (?:for|may be used)|\\bwarrant",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NARROW =
      Pattern.compile(
          "\\bfuel\\b|\\bdeliver(?:y|ies) (?:over|beyond)|\\bmiles\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      Sentences.of(packet, bid).stream()
          .filter(EscalationClause::rises)
          .limit(2)
          .forEach(sentence -> flags.add(flag(bid, sentence)));
    }
    return flags;
  }

  private static boolean rises(Sentence sentence) {
    if (RULED_OUT.matcher(sentence.text()).find()) return false;
    return sentence.kind() == Clause.Kind.ESCALATION || RISES.matcher(sentence.text()).find();
  }

  private static Flag flag(Bid bid, Sentence sentence) {
    boolean narrow = NARROW.matcher(sentence.text()).find();
    var words =
        "The price of %s may rise after award: %s (page %d)."
            .formatted(Say.name(bid), Say.quote(sentence.text()), sentence.citation().page());
    return (narrow ? Finding.low(ESCALATION_CLAUSE) : Finding.high(ESCALATION_CLAUSE))
        .in(bid)
        .at(sentence.citation())
        .say(words);
  }
}
