package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.OMITTED_SCOPE;

import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.align.Exclusions;
import dev.countersign.packet.bid.align.Likeness;
import dev.countersign.packet.bid.align.TradeWords;
import dev.countersign.packet.bid.align.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Items of the scope that a bid neither prices nor says to be in another price, and items that it
/// prices for clearly less than the quantity asked.
final class OmittedScope implements Check {
  private static final double MENTIONED = 0.6;
  private static final BigDecimal SHORT = new BigDecimal("0.95");

  private final TradeWords words;

  OmittedScope(TradeWords words) {
    this.words = words;
  }

  @Override
  public List<Flag> flags(Packet packet) {
    var likeness = new Likeness(words, packet.items());
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      for (var item : packet.items()) {
        var standing = packet.cell(item.id(), bid).map(cell -> cell.standing());
        if (standing.filter(Standing.NOT_PRICED::equals).isPresent())
          missing(packet, likeness, bid, item).ifPresent(flags::add);
        if (standing.filter(Standing.EXCLUDED::equals).isPresent())
          excluded(packet, likeness, bid, item).ifPresent(flags::add);
        if (standing.filter(Standing.PRICED::equals).isPresent())
          shortfall(packet, bid, item).ifPresent(flags::add);
      }
    }
    return flags;
  }

  private Optional<Flag> missing(Packet packet, Likeness likeness, Bid bid, ScopeOfWork.Item item) {
    var usual = OtherBids.mean(packet, item.id(), bid);
    if (!packet.hasItems()
        && (!OtherBids.mostPrice(packet, item.id(), bid)
            || words.mostlyOverhead(item.description()))) {
      return Optional.empty();
    }
    var mention = mention(packet, likeness, bid, item);
    if (mention.filter(one -> isIncluded(one.text())).isPresent()) return Optional.empty();
    var finding = Finding.of(OMITTED_SCOPE, severity(packet, bid, item, mention.isPresent()));
    mention.ifPresentOrElse(one -> finding.at(one.citation()), finding::nowhere);
    return Optional.of(
        finding
            .in(bid)
            .on(idOf(packet, item))
            .worth(usual.orElse(null))
            .say(sentence(packet, bid, item, usual, mention)));
  }

  /// Without a price because the bid says openly that it leaves it out; small print has a check of
  /// its own.
  private Optional<Flag> excluded(
      Packet packet, Likeness likeness, Bid bid, ScopeOfWork.Item item) {
    var exclusions = new Exclusions(words, likeness);
    var usual = OtherBids.mean(packet, item.id(), bid);
    var money =
        usual
            .map(mean -> "; the others price it at " + Say.money(mean, bid) + " on average")
            .orElse("");
    return bid.clauses().stream()
        .filter(clause -> Exclusions.takesOut(clause) && !clause.smallPrint())
        .filter(clause -> exclusions.touch(item.id(), clause.text()) >= Exclusions.TOUCHES)
        .findFirst()
        .map(clause ->
            Finding.high(OMITTED_SCOPE)
                .in(bid)
                .on(idOf(packet, item))
                .worth(usual.orElse(null))
                .at(clause.citation())
                .say(
                    "%s does not price %s (%s) and says so on page %d: %s%s."
                        .formatted(
                            Say.name(bid),
                            item.description(),
                            item.id(),
                            clause.citation().page(),
                            Say.quote(clause.text()),
                            money)));
  }

  private static String idOf(Packet packet, ScopeOfWork.Item item) {
    return packet.hasItems() ? item.id() : "row " + item.id();
  }

  private static String sentence(
      Packet packet,
      Bid bid,
      ScopeOfWork.Item item,
      Optional<BigDecimal> usual,
      Optional<Sentence> mention) {
    var name = packet.hasItems() ? item.description() + " (" + item.id() + ")" : item.description();
    var where =
        mention
            .map(one ->
                " has no price; page "
                    + one.citation().page()
                    + " only speaks of it: "
                    + Say.quote(one.text()))
            .orElse(
                " is neither priced nor mentioned (searched " + Say.pages(bid.searched()) + ")");
    var money =
        usual
            .map(mean -> "; the others price it at " + Say.money(mean, bid) + " on average")
            .orElse("");
    return "In the bid of " + Say.name(bid) + ", " + name + where + money + ".";
  }

  private Flag.Severity severity(Packet packet, Bid bid, ScopeOfWork.Item item, boolean mentioned) {
    if (!packet.hasItems()) return mentioned ? Flag.Severity.LOW : Flag.Severity.MEDIUM;
    if (mentioned) return Flag.Severity.LOW;
    return couldBeUnplaced(packet, bid, item) ? Flag.Severity.MEDIUM : Flag.Severity.HIGH;
  }

  /// A line that was placed nowhere and costs what the others ask for the item may be its price.
  private boolean couldBeUnplaced(Packet packet, Bid bid, ScopeOfWork.Item item) {
    var usual = OtherBids.mean(packet, item.id(), bid);
    if (usual.isEmpty() || usual.get().signum() <= 0) return false;
    return packet.alignment().unplaced().stream()
        .filter(unplaced -> unplaced.bid().equals(bid.source()))
        .flatMap(
            unplaced -> bid.baseLines().stream().filter(line -> line.number() == unplaced.line()))
        .filter(line -> !words.mostlyOverhead(line.description()))
        .anyMatch(line ->
            between(line.amount().divide(usual.get(), 4, RoundingMode.HALF_UP), "0.6", "1.6"));
  }

  private static boolean between(BigDecimal ratio, String least, String most) {
    return ratio.compareTo(new BigDecimal(least)) >= 0
        && ratio.compareTo(new BigDecimal(most)) <= 0;
  }

  private static Optional<Sentence> mention(
      Packet packet, Likeness likeness, Bid bid, ScopeOfWork.Item item) {
    return Sentences.of(packet, bid).stream()
        .filter(sentence -> likeness.coverage(item.id(), sentence.text()) >= MENTIONED)
        .findFirst();
  }

  private static boolean isIncluded(String sentence) {
    return !Exclusions.takesOut(sentence)
        && sentence
            .toLowerCase(Locale.ROOT)
            .matches(
                "(?s).*\\b(?:includ|covered|carried|in (?:our|the|this) price|part of (?:our|the|this))\\w*.*");
  }

  private static Optional<Flag> shortfall(Packet packet, Bid bid, ScopeOfWork.Item item) {
    var lines = packet.lines(item.id(), bid);
    if (!packet.hasItems() || item.quantity() == null || lines.size() != 1) return Optional.empty();
    var line = lines.getFirst();
    var asked = UnitOfMeasure.named(item.unit()).filter(UnitOfMeasure::measures);
    var given = UnitOfMeasure.named(line.unit()).filter(UnitOfMeasure::measures);
    if (line.quantity() == null
        || asked.isEmpty()
        || given.isEmpty()
        || !given.get().convertsTo(asked.get())) return Optional.empty();
    var quantity = line.quantity().multiply(given.get().per(asked.get()));
    if (quantity.compareTo(item.quantity().multiply(SHORT)) >= 0) return Optional.empty();
    var sentence =
        "%s prices %s %s of %s (%s); the scope asks for %s %s."
            .formatted(
                Say.name(bid),
                Say.number(line.quantity()),
                line.unit(),
                item.description(),
                item.id(),
                Say.number(item.quantity()),
                item.unit());
    return Optional.of(
        Finding.medium(OMITTED_SCOPE).in(bid).on(item.id()).at(line.citation()).say(sentence));
  }
}
