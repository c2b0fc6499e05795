package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bid security, and performance and payment bonds.
final class BondDemand implements Demand {
  private static final Pattern BID_BOND =
      Pattern.compile(
          "\\bbid (?:bond|security|guarantee|guaranty)\\b|\\bcertified check\\b|\\bcashier['’]s check\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTRACT_BOND =
      Pattern.compile(
          "\\b(?:performance|payment|surety)\\b[^.;]{0,25}\\bbonds?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_ASKED =
      Pattern.compile(
          "\\bno (?:bid )?bonds?\\b|\\bnot (?:be )?required\\b|\\bwaived\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSED =
      Pattern.compile(
          "\\bnot (?:been )?(?:included|bonded|provided|furnished|attached|enclosed|required|offered|figured|priced)\\b|\\bexclu\\w+|\\bno\\b|\\bnone\\b|\\bwithout\\b|\\bunbonded\\b|\\b(?:on|upon) (?:request|award)\\b|\\bto follow\\b|\\bif (?:wanted|required|requested|needed)\\b|\\bavailable\\b|\\bby others\\b|\\bwaive|\\b(?:have|did) not\\b|\\bin lieu\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDED =
      Pattern.compile("\\badd\\b|\\bextra\\b|\\badditional\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ?(?:%|percent|per cent)", Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    var text = requirement.text();
    if (NOT_ASKED.matcher(text).find()) return Optional.empty();
    if (BID_BOND.matcher(text).find()) return bidBond(packet, bid, text);
    if (CONTRACT_BOND.matcher(text).find()) return contractBond(packet, bid);
    return Optional.empty();
  }

  private static Optional<Unmet> bidBond(Packet packet, Bid bid, String asked) {
    var said = ofBonds(packet, bid);
    var named = said.stream().filter(sentence -> BID_BOND.matcher(sentence.text()).find()).toList();
    var given =
        named.stream().filter(sentence -> !REFUSED.matcher(sentence.text()).find()).findFirst();
    if (given.isPresent()) return tooSmall(given.get(), asked);
    if (said.isEmpty()) {
      return Optional.of(
          new Unmet(
              Finding.high(REQUIREMENT_NOT_MET).nowhere(),
              "says nothing of the bid bond that the scope requires; searched "
                  + Say.pages(bid.searched())));
    }
    var refusal = named.isEmpty() ? said.getFirst() : named.getFirst();
    var onlyOthers = named.isEmpty() && !REFUSED.matcher(refusal.text()).find();
    var why =
        onlyOthers
            ? "does not name the bid bond that the scope requires, only "
            : "gives no bid bond, which the scope requires: ";
    return Optional.of(
        new Unmet(
            Finding.high(REQUIREMENT_NOT_MET).at(refusal.citation()),
            why + Say.quote(refusal.text())));
  }

  private static Optional<Unmet> tooSmall(Sentence given, String asked) {
    var least = percent(asked);
    var offered = percent(given.text());
    if (least.isEmpty() || offered.isEmpty() || offered.get().compareTo(least.get()) >= 0)
      return Optional.empty();
    var why =
        "gives a bid bond of "
            + Say.number(offered.get())
            + "% where the scope requires "
            + Say.number(least.get())
            + "%";
    return Optional.of(new Unmet(Finding.high(REQUIREMENT_NOT_MET).at(given.citation()), why));
  }

  private static Optional<BigDecimal> percent(String text) {
    var matcher = PERCENT.matcher(text);
    return matcher.find() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
  }

  private static Optional<Unmet> contractBond(Packet packet, Bid bid) {
    var said =
        ofBonds(packet, bid).stream()
            .filter(sentence -> !BID_BOND.matcher(sentence.text()).find())
            .toList();
    var refused =
        said.stream()
            .filter(sentence ->
                REFUSED.matcher(sentence.text()).find() || ADDED.matcher(sentence.text()).find())
            .findFirst();
    return refused.map(sentence ->
        new Unmet(
            Finding.high(REQUIREMENT_NOT_MET).at(sentence.citation()),
            "has no performance and payment bond in its price, which the scope requires: "
                + Say.quote(sentence.text())));
  }

  private static List<Sentence> ofBonds(Packet packet, Bid bid) {
    var said = new ArrayList<Sentence>();
    if (bid.bond() != null)
      said.add(
          new Sentence(
              longer(bid.bond().citation().quote(), bid.bond().value()),
              Clause.Kind.OTHER,
              false,
              bid.bond().citation()));
    Sentences.of(packet, bid).stream()
        .filter(sentence ->
            sentence
                .text()
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*\\b(?:bonds?|bonded|bid security|certified check)\\b.*"))
        .filter(sentence ->
            !sentence.text().matches("(?is).*bonded and insured.*|.*licensed.*bonded.*"))
        .forEach(said::add);
    return said;
  }

  private static String longer(String one, String other) {
    return one.length() >= other.length() ? one : other;
  }
}
