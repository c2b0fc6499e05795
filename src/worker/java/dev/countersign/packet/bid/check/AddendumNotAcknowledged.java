package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.ADDENDUM_NOT_ACKNOWLEDGED;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.scope.AddendaIssued;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Addenda that were issued and that a bid does not say it has received.
final class AddendumNotAcknowledged implements Check {
  private static final Pattern ALL_OF_THEM =
      Pattern.compile(
          "\\ball\\s+(?:\\w+\\s+)?addenda\\b|\\baddenda\\b[^.]{0,30}\\ball\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE = Pattern.compile("(?<=[a-z0-9)][.!?;])\\s+(?=[\\p{Lu}])");
  private static final Pattern ACKNOWLEDGES =
      Pattern.compile(
          "\\b(?:acknowledg\\w*|receiv\\w*|receipt|includ\\w*|takes? in(?:to account)?|seen|noted|incorporat\\w*|have (?:both )?addenda|reviewed|read|considered|taken)\\b|\\baddenda\\s*:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DENIES =
      Pattern.compile(
          "\\b(?:not|no|never|except|without|exclud\\w*|other than)\\b(?! ?\\.? ?\\d)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Flag> flags(Packet packet) {
    return packet.bids().stream().flatMap(bid -> check(packet, bid)).toList();
  }

  private static Stream<Flag> check(Packet packet, Bid bid) {
    var missing = new TreeSet<>(issued(packet));
    if (bid.addenda() != null) missing.removeAll(bid.addenda().value());
    if (missing.isEmpty()) return Stream.empty();
    missing.removeAll(acknowledgedInText(packet, bid));
    if (missing.isEmpty()) return Stream.empty();
    if (saysAll(packet, bid)) return Stream.empty();
    boolean fromScope = packet.scope() != null && !packet.scope().addenda().isEmpty();
    var finding =
        fromScope
            ? Finding.high(ADDENDUM_NOT_ACKNOWLEDGED)
            : Finding.low(ADDENDUM_NOT_ACKNOWLEDGED);
    if (bid.addenda() == null) finding.nowhere();
    else finding.at(bid.addenda().citation());
    return Stream.of(finding.in(bid).say(sentence(bid, missing, fromScope)));
  }

  /// Those that the scope names; without it, those that any bid acknowledges.
  private static Collection<Integer> issued(Packet packet) {
    if (packet.scope() != null && !packet.scope().addenda().isEmpty())
      return packet.scope().addenda();
    return packet.bids().stream()
        .flatMap(bid -> bid.addenda() == null ? Stream.of() : bid.addenda().value().stream())
        .toList();
  }

  /// The numbers in sentences that acknowledge addenda, wherever in the pages they stand.
  private static Collection<Integer> acknowledgedInText(Packet packet, Bid bid) {
    return packet.document(bid).stream()
        .flatMap(document -> document.pages().stream())
        .flatMap(page -> SENTENCE.splitAsStream(page.text().replaceAll("\\s+", " ")))
        .filter(
            sentence -> ACKNOWLEDGES.matcher(sentence).find() && !DENIES.matcher(sentence).find())
        .flatMap(sentence -> AddendaIssued.in(sentence).stream())
        .toList();
  }

  private static boolean saysAll(Packet packet, Bid bid) {
    return Sentences.of(packet, bid).stream()
        .anyMatch(sentence -> ALL_OF_THEM.matcher(sentence.text()).find());
  }

  private static String sentence(Bid bid, Collection<Integer> missing, boolean fromScope) {
    var which = (missing.size() == 1 ? "Addendum " : "Addenda ") + Say.list(missing);
    var issued = fromScope ? "" : ", which other bids do";
    var said =
        bid.addenda() == null
            ? "; it says nothing of addenda (searched " + Say.pages(bid.searched()) + ")"
            : "; it names only " + Say.list(bid.addenda().value());
    return Say.name(bid) + " does not acknowledge " + which + issued + said + ".";
  }
}
