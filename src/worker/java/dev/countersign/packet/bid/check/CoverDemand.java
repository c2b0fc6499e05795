package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.align.TradeWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Warranties and liability cover, where the bid states less than the scope wants.
final class CoverDemand implements Demand {
  private static final Pattern WARRANTY =
      Pattern.compile("\\b(?:warrant|guarant)\\w*", Pattern.CASE_INSENSITIVE);
  private static final Pattern GENERAL =
      Pattern.compile(
          "\\b(?:warrant\\w*|guarant\\w*|years?|months?|days?|one|two|three|five|ten|must|shall|carry|carries|provide\\w*|from"
              + "|substantial|completion|full|minimum|at least|required?|contractor\\w*|manufacturer\\w*|bidder\\w*|owner|against|defects?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIABILITY =
      Pattern.compile(
          "\\b(?:general )?liability\\b[^.;$]{0,60}\\$ ?([\\d,]+)(?: ?(million))?|\\$ ?([\\d,]+)(?: ?(million))?[^.;$]{0,30}\\b(?:general )?liability",
          Pattern.CASE_INSENSITIVE);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final TradeWords words;

  CoverDemand(TradeWords words) {
    this.words = words;
  }

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    var sentences = Sentences.of(packet, bid);
    var warranty = warranty(sentences, requirement.text());
    return warranty.isPresent() ? warranty : liability(sentences, requirement.text());
  }

  /// A shorter warranty of the same thing: of workmanship, of plants, of what the scope names.
  private Optional<Unmet> warranty(List<Sentence> sentences, String asked) {
    var least = Spans.days(asked);
    if (!WARRANTY.matcher(asked).find() || least.isEmpty()) return Optional.empty();
    return sentences.stream()
        .filter(sentence ->
            WARRANTY.matcher(sentence.text()).find() && sameThing(asked, sentence.text()))
        .filter(
            sentence -> Spans.days(sentence.text()).filter(days -> days < least.get()).isPresent())
        .findFirst()
        .map(sentence ->
            new Unmet(
                Finding.high(REQUIREMENT_NOT_MET).at(sentence.citation()),
                "gives a shorter warranty than the scope requires: " + Say.quote(sentence.text())));
  }

  private boolean sameThing(String asked, String said) {
    var things = words.in(GENERAL.matcher(asked).replaceAll(" "));
    things.removeIf(thing -> thing.chars().anyMatch(Character::isDigit));
    var named = words.in(GENERAL.matcher(said).replaceAll(" "));
    return things.isEmpty() || things.stream().anyMatch(named::contains);
  }

  private static Optional<Unmet> liability(List<Sentence> sentences, String asked) {
    var least = cover(asked);
    if (least.isEmpty()) return Optional.empty();
    return sentences.stream()
        .filter(sentence ->
            cover(sentence.text()).filter(cover -> cover.compareTo(least.get()) < 0).isPresent())
        .findFirst()
        .map(sentence ->
            new Unmet(
                Finding.high(REQUIREMENT_NOT_MET).at(sentence.citation()),
                "carries less liability insurance than the scope requires: "
                    + Say.quote(sentence.text())));
  }

  private static Optional<BigDecimal> cover(String text) {
    var matcher = LIABILITY.matcher(text);
    if (!matcher.find()) return Optional.empty();
    boolean after = matcher.group(1) != null;
    var number = new BigDecimal((after ? matcher.group(1) : matcher.group(3)).replace(",", ""));
    var million = after ? matcher.group(2) : matcher.group(4);
    return Optional.of(million == null ? number : number.multiply(MILLION));
  }
}
