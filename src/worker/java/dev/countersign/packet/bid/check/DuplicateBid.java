package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.DUPLICATE_BID;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same bid uploaded twice, one bidder twice, and the same prices under two names.
final class DuplicateBid implements Check {
  private static final double CLONE = 0.8;

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    var bids = packet.bids();
    for (int later = 1; later < bids.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        var flag = compare(packet, bids.get(earlier), bids.get(later));
        flag.ifPresent(flags::add);
        if (flag.isPresent()) break;
      }
    }
    return flags;
  }

  private static Optional<Flag> compare(Packet packet, Bid first, Bid second) {
    boolean sameName = Sentences.plain(Say.name(first)).equals(Sentences.plain(Say.name(second)));
    double same = sameLines(first, second);
    if (sameBytes(packet, first, second) || (sameName && same > 0.99)) {
      return Optional.of(
          flag(
              Finding.high(DUPLICATE_BID),
              second,
              "%s and %s are the same bid of %s; count it once."
                  .formatted(first.document(), second.document(), Say.name(first))));
    }
    if (!sameName && same >= CLONE) {
      return Optional.of(
          flag(
              Finding.high(DUPLICATE_BID),
              second,
              "%s and %s name the same amounts on %s; two bids that agree like this are hardly independent."
                  .formatted(
                      Say.name(first),
                      Say.name(second),
                      same > 0.99 ? "every line" : "nearly every line")));
    }
    if (sameName) {
      return Optional.of(
          flag(
              Finding.medium(DUPLICATE_BID),
              second,
              "%s has two different bids in this packet (%s and %s); ask which one stands."
                  .formatted(Say.name(first), first.document(), second.document())));
    }
    return Optional.empty();
  }

  private static Flag flag(Finding finding, Bid bid, String sentence) {
    return finding.in(bid).at(bid.bidder().citation()).say(sentence);
  }

  private static boolean sameBytes(Packet packet, Bid first, Bid second) {
    var one = packet.document(first).map(Document::sha256);
    return one.isPresent() && one.equals(packet.document(second).map(Document::sha256));
  }

  /// The part of the lines whose amounts both have; too few lines tell nothing unless their words
  /// agree too.
  private static double sameLines(Bid first, Bid second) {
    var one = amounts(first);
    var other = new ArrayList<>(amounts(second));
    int all = Math.max(one.size(), other.size());
    if (all < 2 || (all < 4 && !sameWords(first, second))) return 0;
    int shared = 0;
    for (String amount : one) if (other.remove(amount)) shared++;
    return (double) shared / all;
  }

  private static List<String> amounts(Bid bid) {
    return bid.baseLines().stream()
        .filter(line -> line.kind() != PricedLine.Kind.ALLOWANCE && line.amount().signum() != 0)
        .map(line -> line.amount().stripTrailingZeros().toPlainString())
        .toList();
  }

  private static boolean sameWords(Bid first, Bid second) {
    return words(first).equals(words(second));
  }

  private static List<String> words(Bid bid) {
    return bid.baseLines().stream()
        .map(line -> Sentences.plain(line.description()))
        .sorted()
        .toList();
  }
}
