package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One bid's lines beside the scope's items. A line goes to the item it fits best, one to one; then
/// lines that are parts of an item join it, and a line that names more items is shared.
final class AlignedBid {
  private static final double FITS = 0.36;
  private static final double PART_OF = 0.62;
  private static final double NAMES_IT_TOO = 0.7;
  private static final double COULD_BE = 0.15;

  private final TradeWords words;
  private final Likeness likeness;
  private final List<ScopeOfWork.Item> items;
  private final Bid bid;
  private final List<PricedLine> lines;
  private final LineScores scores;
  private final int[] itemOfLine;
  private final List<List<Integer>> linesOfItem;

  AlignedBid(TradeWords words, Likeness likeness, List<ScopeOfWork.Item> items, Bid bid) {
    this.words = words;
    this.likeness = likeness;
    this.items = items;
    this.bid = bid;
    lines = bid.baseLines();
    scores = new LineScores(words, likeness, items, lines);
    itemOfLine = BestAssignment.of(scores.all(), items.size(), FITS);
    linesOfItem = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) linesOfItem.add(new ArrayList<>());
    for (int line = 0; line < lines.size(); line++)
      if (itemOfLine[line] >= 0) join(line, itemOfLine[line]);
    joinParts();
    shareLines();
  }

  private void join(int line, int item) {
    itemOfLine[line] = item;
    linesOfItem.get(item).add(line);
    Collections.sort(linesOfItem.get(item));
  }

  private boolean free(int line) {
    var priced = lines.get(line);
    return itemOfLine[line] < 0
        && !words.mostlyOverhead(priced.description())
        && !isTheLumpSum(priced);
  }

  /// A second line for an item that is priced already: doors, and then their hardware.
  private void joinParts() {
    for (int line = 0; line < lines.size(); line++) {
      if (!free(line)) continue;
      int best = -1;
      for (int item = 0; item < items.size(); item++) {
        if (likeness.share(items.get(item).id(), lines.get(line).description()) < PART_OF) continue;
        if (best < 0 || scores.words(line, item) > scores.words(line, best)) best = item;
      }
      if (best >= 0) join(line, best);
    }
  }

  /// An item without a line of its own may be named in the line of another.
  private void shareLines() {
    for (int item = 0; item < items.size(); item++) {
      if (!linesOfItem.get(item).isEmpty()) continue;
      for (int line = 0; line < lines.size(); line++) {
        if (likeness.coverage(items.get(item).id(), lines.get(line).description()) < NAMES_IT_TOO)
          continue;
        if (isAnotherOfTheKind(item, line)) continue;
        linesOfItem.get(item).add(line);
        break;
      }
    }
  }

  /// Whether the line is better explained by its own item, so that it names this one only by
  /// chance.
  private boolean isAnotherOfTheKind(int item, int line) {
    int own = itemOfLine[line];
    return own >= 0
        && likeness.share(items.get(own).id(), lines.get(line).description()) > 0.95
        && likeness.coverage(items.get(item).id(), items.get(own).description()) > 0.5;
  }

  /// A free line between two lines that are placed, with one unpriced item between theirs, is that
  /// item's when the words or the price do not speak against it.
  void fillGaps(UsualPrices prices) {
    for (int line = 0; line < lines.size(); line++) {
      if (!free(line)) continue;
      int candidate = between(line);
      if (candidate < 0 || !linesOfItem.get(candidate).isEmpty()) continue;
      boolean worded = scores.words(line, candidate) >= COULD_BE;
      if (worded || prices.plausible(candidate, lines.get(line).amount())) join(line, candidate);
    }
  }

  /// Puts a line where it is told to belong, and nowhere else.
  void place(Placement told) {
    if (!told.bid().equals(bid.source())) return;
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).number() != told.line()) continue;
      int moved = line;
      linesOfItem.forEach(own -> own.removeIf(one -> one == moved));
      int before = itemOfLine[line];
      itemOfLine[line] = -1;
      if (before >= 0 && told.items().contains(items.get(before).id())) join(line, before);
      for (int item = 0; item < items.size(); item++)
        if (told.items().contains(items.get(item).id()) && item != itemOfLine[line])
          share(line, item);
    }
  }

  /// The first is the line's own item; in the others it is named, too.
  private void share(int line, int item) {
    if (itemOfLine[line] < 0) join(line, item);
    else linesOfItem.get(item).add(line);
  }

  private int between(int line) {
    int before = line == 0 ? -1 : itemOfLine[line - 1];
    if (line > 0 && before < 0) return -1;
    boolean last = line == lines.size() - 1;
    int after = last ? items.size() : itemOfLine[line + 1];
    if (!last && after < 0) after = before + 2;
    return after == before + 2 && before + 1 < items.size() ? before + 1 : -1;
  }

  /// The sum of the lines that are this item's alone.
  Optional<BigDecimal> ownPrice(int item) {
    var own = linesOfItem.get(item);
    if (own.isEmpty() || own.stream().anyMatch(line -> itemOfLine[line] != item))
      return Optional.empty();
    var sum =
        own.stream().map(line -> lines.get(line).amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.signum() > 0 ? Optional.of(sum) : Optional.empty();
  }

  Alignment.Cell cell(int item) {
    var numbers = linesOfItem.get(item).stream().map(line -> lines.get(line).number()).toList();
    return new Alignment.Cell(bid.source(), standing(item), numbers, mentions(item));
  }

  private Standing standing(int item) {
    var own = linesOfItem.get(item);
    boolean elsewhere =
        !own.isEmpty()
            && own.stream()
                .allMatch(line ->
                    itemOfLine[line] != item || lines.get(line).kind() == PricedLine.Kind.INCLUDED);
    if (elsewhere) return Standing.INCLUDED_ELSEWHERE;
    if (!own.isEmpty()) return Standing.PRICED;
    if (new Exclusions(words, likeness).excludes(bid, items.get(item))) return Standing.EXCLUDED;
    return isOneLumpSum() ? Standing.IN_LUMP_SUM : Standing.NOT_PRICED;
  }

  private boolean isTheLumpSum(PricedLine line) {
    return line.kind() == PricedLine.Kind.LUMP_SUM;
  }

  private boolean isOneLumpSum() {
    if (lines.isEmpty()) return bid.total() != null;
    return lines.stream().anyMatch(this::isTheLumpSum) || (lines.size() == 1 && items.size() > 3);
  }

  private List<Citation> mentions(int item) {
    var id = items.get(item).id();
    return bid.clauses().stream()
        .filter(clause -> likeness.coverage(id, clause.text()) >= 0.5)
        .map(clause -> clause.citation())
        .toList();
  }

  /// The lines of no item.
  List<Alignment.Unplaced> unplaced() {
    var unplaced = new ArrayList<Alignment.Unplaced>();
    for (int line = 0; line < lines.size(); line++) {
      int number = line;
      boolean used = linesOfItem.stream().anyMatch(own -> own.contains(number));
      if (!used) unplaced.add(new Alignment.Unplaced(bid.source(), lines.get(line).number()));
    }
    return unplaced;
  }
}
