package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.WORDS_FIGURES_MISMATCH;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// A total in words that is another amount than the total in figures.
final class WordsFiguresMismatch implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    return packet.bids().stream().flatMap(WordsFiguresMismatch::check).toList();
  }

  private static Stream<Flag> check(Bid bid) {
    var words = bid.totalInWords();
    var figures = bid.total();
    if (words == null || figures == null) return Stream.empty();
    var off = words.value().subtract(figures.value());
    if (off.abs().compareTo(BigDecimal.ONE) < 0) return Stream.empty();
    var sentence =
        "%s states its total as %s in figures and as %s in words; words usually govern, so ask before relying on either."
            .formatted(
                Say.name(bid), Say.money(figures.value(), bid), Say.money(words.value(), bid));
    return Stream.of(
        Finding.high(WORDS_FIGURES_MISMATCH).in(bid).worth(off).at(words.citation()).say(sentence));
  }
}
