package dev.countersign.packet.bid.ask;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag.Severity;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.align.Placement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Settles where a bid's lines belong between the rules and a model. Words decide: a line that
/// names an item by its number, or in the item's own words, belongs there. What they do not decide
/// is told, and stays where the rules have it.
final class SettlePlaces {
  private static final int MOST_TOLD = 4;
  private static final int SHORTEST = 4;
  private static final int STEM = 5;

  private final Bid bid;
  private final Alignment rows;
  private final Differences differences;
  private final List<Placement> moved = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  private record Open(PricedLine line, Set<String> own, Set<String> said) {}

  SettlePlaces(Bid bid, Alignment rows) {
    this.bid = bid;
    this.rows = rows;
    this.differences = new Differences(bid);
  }

  TwicePlaced settled(PlacesSaid said) {
    var seen = new LinkedHashSet<Integer>();
    for (var place : said.lines())
      if (seen.add(place.line()))
        bid.baseLines().stream()
            .filter(line -> line.number() == place.line())
            .findFirst()
            .ifPresent(line -> settle(line, known(place.items())));
    tellOpen();
    return new TwicePlaced(moved, differences.flags(), null);
  }

  /// An id that the model made up is none.
  private Set<String> known(List<String> ids) {
    var known = new LinkedHashSet<String>();
    for (var row : rows.rows()) if (ids.contains(row.itemId())) known.add(row.itemId());
    return known;
  }

  private void settle(PricedLine line, Set<String> said) {
    var own = own(line);
    if (own.equals(said)) return;
    if (said.isEmpty() && own.stream().anyMatch(id -> shareAWord(line, id))) return;
    var only = less(said, own);
    var gone = less(own, said);
    boolean saidNamed = !only.isEmpty() && only.stream().allMatch(id -> names(line, id));
    boolean ownNamed = gone.stream().anyMatch(id -> names(line, id));
    if (saidNamed && !ownNamed) {
      moved.add(new Placement(bid.source(), line.number(), List.copyOf(said)));
      differences.say(
          Severity.LOW,
          "The line %s of %s is at %s, where a model puts it and its words name it; the rules had it at %s."
              .formatted(
                  Differences.quote(line.description()), differences.name(), of(said), of(own)),
          line.citation(),
          null);
    } else if (!ownNamed || only.stream().anyMatch(id -> names(line, id))) {
      open.add(new Open(line, own, said));
    }
  }

  /// One flag a bid: many lines that lie elsewhere have one cause.
  private void tellOpen() {
    if (open.isEmpty()) return;
    var shown = open.stream().limit(MOST_TOLD).map(this::told).collect(joining("; "));
    int more = open.size() - MOST_TOLD;
    differences.say(
        Severity.MEDIUM,
        "Of %s a model puts %s elsewhere than the rules: %s%s. The comparison goes on with the rules."
            .formatted(
                differences.name(),
                open.size() == 1 ? "a line" : open.size() + " lines",
                shown,
                more > 0 ? "; and " + more + " more" : ""),
        open.getFirst().line().citation(),
        null);
  }

  private String told(Open one) {
    return "%s at %s, by rule at %s"
        .formatted(Differences.quote(one.line().description()), of(one.said()), of(one.own()));
  }

  private Set<String> own(PricedLine line) {
    var own = new LinkedHashSet<String>();
    for (var row : rows.rows())
      for (var cell : row.cells())
        if (cell.bid().equals(bid.source()) && cell.lines().contains(line.number()))
          own.add(row.itemId());
    return own;
  }

  private static Set<String> less(Set<String> ids, Set<String> others) {
    var left = new LinkedHashSet<>(ids);
    left.removeAll(others);
    return left;
  }

  /// Whether the line names the item by its number, or all of the item's words, or nothing else.
  private boolean names(PricedLine line, String id) {
    if (Objects.equals(line.ref(), id)) return true;
    var words = PairLines.words(line.description());
    var item = PairLines.words(description(id));
    return !words.isEmpty()
        && !item.isEmpty()
        && (words.containsAll(item) || (words.size() > 1 && item.containsAll(words)));
  }

  private boolean shareAWord(PricedLine line, String id) {
    var item = stems(description(id));
    return stems(line.description()).stream().anyMatch(item::contains);
  }

  private static Set<String> stems(String text) {
    return PairLines.words(text).stream()
        .filter(word -> word.length() >= SHORTEST)
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .collect(toSet());
  }

  private String description(String id) {
    return rows.rows().stream()
        .filter(row -> row.itemId().equals(id))
        .map(Alignment.Row::description)
        .findFirst()
        .orElse("");
  }

  private String of(Set<String> ids) {
    return ids.isEmpty()
        ? "no item"
        : ids.stream().map(id -> id + " (" + description(id) + ")").collect(joining(" and "));
  }
}
