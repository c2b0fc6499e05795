package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.align.TradeWords;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Alternates that the scope wants priced.
final class AlternateDemand implements Demand {
  private static final double SAME_THING = 0.5;

  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d.,]*[.,]\\d{2,3}\\b|[$€£] ?\\d");

  private final Alternates alternates;

  AlternateDemand(TradeWords words) {
    alternates = new Alternates(words);
  }

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    for (String key : Alternates.keys(requirement.text())) {
      if (priced(bid, key, requirement.text())) continue;
      var named = named(packet, bid, key);
      if (named.filter(sentence -> AMOUNT.matcher(sentence.text()).find()).isPresent()) continue;
      var finding =
          named.isPresent()
              ? Finding.medium(REQUIREMENT_NOT_MET)
              : Finding.high(REQUIREMENT_NOT_MET);
      named.ifPresentOrElse(sentence -> finding.at(sentence.citation()), finding::nowhere);
      var label = "Alternate " + key.toUpperCase(Locale.ROOT);
      finding.alternate(label);
      return Optional.of(
          new Unmet(
              finding,
              "states no price for " + label + ", which the scope asks for" + where(bid, named)));
    }
    return Optional.empty();
  }

  private static String where(Bid bid, Optional<Sentence> named) {
    return named
        .map(sentence ->
            "; page " + sentence.citation().page() + " says " + Say.quote(sentence.text()))
        .orElse("; searched " + Say.pages(bid.searched()));
  }

  private boolean priced(Bid bid, String key, String requirement) {
    return bid.alternates().stream()
        .anyMatch(line ->
            Alternates.key(line.label()).filter(key::equals).isPresent()
                || Alternates.keys(line.description()).contains(key)
                || alternates.alike(requirement, line.description()) >= SAME_THING);
  }

  private static Optional<Sentence> named(Packet packet, Bid bid, String key) {
    return Sentences.of(packet, bid).stream()
        .filter(sentence -> Alternates.keys(sentence.text()).contains(key))
        .findFirst();
  }
}
