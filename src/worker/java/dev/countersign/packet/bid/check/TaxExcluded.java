package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.TAX_EXCLUDED;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Prices without tax where the scope wants it in, or the other bids have it in.
final class TaxExcluded implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    return packet.bids().stream().flatMap(bid -> check(packet, bid)).toList();
  }

  private static Stream<Flag> check(Packet packet, Bid bid) {
    var besideTotal = taxBesideTotal(bid);
    if (besideTotal.isPresent()) return besideTotal.stream();
    if (bid.tax() != null) return Stream.empty();
    return TaxWording.excluded(packet, bid).stream().map(sentence -> flag(packet, bid, sentence));
  }

  private static Flag flag(Packet packet, Bid bid, Sentence sentence) {
    boolean matters =
        asked(packet)
            || packet.bids().stream()
                .anyMatch(other -> !other.equals(bid) && TaxWording.included(packet, other));
    var usual = usualTax(packet, bid);
    var money =
        usual.map(tax -> "; the others carry " + Say.money(tax, bid) + " on average").orElse("");
    var words =
        "The price of %s is without tax: %s (page %d)%s."
            .formatted(
                Say.name(bid), Say.quote(sentence.text()), sentence.citation().page(), money);
    return (matters ? Finding.high(TAX_EXCLUDED) : Finding.medium(TAX_EXCLUDED))
        .in(bid)
        .worth(usual.orElse(null))
        .at(sentence.citation())
        .say(words);
  }

  /// A tax line that the stated total leaves out.
  private static Optional<Flag> taxBesideTotal(Bid bid) {
    if (bid.tax() == null || bid.total() == null || bid.tax().value().signum() <= 0)
      return Optional.empty();
    var lines = bid.subtotal() == null ? bid.computedSubtotal() : bid.subtotal().value();
    boolean leftOut = Totals.same(lines, bid.total().value());
    if (!leftOut) return Optional.empty();
    var words =
        "%s names tax of %s but its total of %s leaves it out."
            .formatted(
                Say.name(bid),
                Say.money(bid.tax().value(), bid),
                Say.money(bid.total().value(), bid));
    return Optional.of(
        Finding.high(TAX_EXCLUDED)
            .in(bid)
            .worth(bid.tax().value())
            .at(bid.tax().citation())
            .say(words));
  }

  private static boolean asked(Packet packet) {
    return packet.requirements().stream()
        .anyMatch(one ->
            one.text().toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:tax|taxes|vat|gst)\\b.*"));
  }

  private static Optional<BigDecimal> usualTax(Packet packet, Bid without) {
    var taxes =
        packet.bids().stream()
            .filter(bid -> !bid.equals(without) && bid.currency().equals(without.currency()))
            .flatMap(bid ->
                bid.tax() == null ? Stream.<BigDecimal>empty() : Stream.of(bid.tax().value()))
            .filter(tax -> tax.signum() > 0)
            .toList();
    return taxes.isEmpty() ? Optional.empty() : Optional.of(Totals.mean(taxes));
  }
}
