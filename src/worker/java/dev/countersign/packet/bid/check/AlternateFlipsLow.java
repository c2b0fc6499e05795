package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.ALTERNATE_FLIPS_LOW;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.align.TradeWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Alternates that change who is lowest when they are taken, compared by corrected totals.
final class AlternateFlipsLow implements Check {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:Alternate|Option)(?: No\\.)? [\\w-]{1,4}\\b", Pattern.CASE_INSENSITIVE);

  private final Alternates alternates;

  AlternateFlipsLow(TradeWords words) {
    alternates = new Alternates(words);
  }

  @Override
  public List<Flag> flags(Packet packet) {
    var bids = SameCurrency.of(packet.bids());
    var base = new LinkedHashMap<Bid, BigDecimal>();
    for (Bid bid : bids) Totals.corrected(bid).ifPresent(total -> base.put(bid, total));
    if (base.size() < 2) return List.of();
    return alternates.in(bids).stream()
        .flatMap(group -> flips(packet, group, base).stream())
        .toList();
  }

  private Optional<Flag> flips(Packet packet, Alternates.Group group, Map<Bid, BigDecimal> base) {
    var taken = new LinkedHashMap<Bid, BigDecimal>();
    base.forEach((bid, total) -> taken.put(bid, total.add(change(group, bid))));
    var before = lowest(base);
    var after = lowest(taken);
    if (before.equals(after)) return Optional.empty();
    return Optional.of(flag(packet, group, before, after, base, taken));
  }

  private static BigDecimal change(Alternates.Group group, Bid bid) {
    var line = group.lines().get(bid.source());
    return line == null ? BigDecimal.ZERO : line.amount();
  }

  private static Bid lowest(Map<Bid, BigDecimal> totals) {
    return totals.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private Flag flag(
      Packet packet,
      Alternates.Group group,
      Bid before,
      Bid after,
      Map<Bid, BigDecimal> base,
      Map<Bid, BigDecimal> taken) {
    var line = group.lines().get(after.source());
    var cited = line == null ? group.lines().values().iterator().next() : line;
    var silent =
        base.keySet().stream()
            .filter(bid -> !group.lines().containsKey(bid.source()))
            .map(Say::name)
            .toList();
    var without =
        silent.isEmpty()
            ? ""
            : "; " + Say.list(silent) + " names no price for it and is compared at the base price";
    var sentence =
        "With %s (%s), %s becomes lowest at %s; without it %s is lowest at %s (with it %s)%s."
            .formatted(
                label(packet, group),
                cited.description(),
                Say.name(after),
                Say.money(of(taken, after), after),
                Say.name(before),
                Say.money(of(base, before), before),
                Say.money(of(taken, before), before),
                without);
    return Finding.high(ALTERNATE_FLIPS_LOW)
        .in(after)
        .alternate(label(packet, group))
        .worth(change(group, after))
        .at(cited.citation())
        .say(sentence);
  }

  /// As the scope writes it where it does, else as any bid labels it.
  private String label(Packet packet, Alternates.Group group) {
    var key =
        group.lines().values().stream()
            .flatMap(line -> Alternates.key(line.label()).stream())
            .findFirst();
    for (var requirement : packet.requirements()) {
      var matcher = LABEL.matcher(requirement.text());
      boolean described =
          key.isEmpty() && alternates.alike(group.description(), requirement.text()) >= 0.5;
      while (matcher.find()) {
        if (described
            || key.filter(one -> Alternates.key(matcher.group()).filter(one::equals).isPresent())
                .isPresent()) return matcher.group();
      }
    }
    return group.lines().values().stream()
        .flatMap(line -> Optional.ofNullable(line.label()).stream())
        .filter(label -> Alternates.key(label).isPresent())
        .findFirst()
        .orElse(group.label());
  }

  private static BigDecimal of(Map<Bid, BigDecimal> totals, Bid bid) {
    return totals.getOrDefault(bid, BigDecimal.ZERO);
  }
}
