package dev.countersign.packet.bid.tell;

import static java.util.stream.Collectors.joining;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.bid.present.Amounts;
import dev.countersign.packet.bid.present.BidNames;
import dev.countersign.packet.bid.tell.Fact.Kind;
import dev.countersign.source.FindInstructions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a summary may say: everything that the comparison found, the most important first, as far
/// as there is room. Words that try to instruct are no fact.
final class Facts {
  private static final int MOST_CHARS = 40_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private final Comparison comparison;
  private final BidNames names;
  private final List<Fact> facts = new ArrayList<>();
  private int left = MOST_CHARS;

  private Facts(Comparison comparison) {
    this.comparison = comparison;
    this.names = new BidNames(comparison);
  }

  static Facts of(Comparison comparison) {
    var facts = new Facts(comparison);
    facts.rank("as stated", comparison.standings().stated());
    facts.rank("corrected", comparison.standings().corrected());
    facts.rank("leveled", comparison.standings().leveled());
    comparison.flags().forEach(facts::flag);
    comparison.bids().forEach(facts::terms);
    comparison.alignment().rows().forEach(facts::prices);
    return facts;
  }

  List<Fact> all() {
    return List.copyOf(facts);
  }

  Optional<Fact> find(String id) {
    return facts.stream().filter(fact -> fact.id().equals(id.strip())).findFirst();
  }

  /// As a model is shown them: a line each.
  String text() {
    return facts.stream().map(fact -> fact.id() + ": " + fact.text()).collect(joining("\n"));
  }

  private void rank(String how, Comparison.Ranking ranking) {
    for (Bid bid : comparison.bids()) {
      var total = ranking.totals().get(bid.source());
      if (total == null) continue;
      boolean low = bid.source().equals(ranking.low());
      var words =
          "%s, total %s: %s%s."
              .formatted(name(bid), how, money(total, bid), low ? ", the lowest " + how : "");
      var note = ranking.notes().getOrDefault(bid.source(), "");
      add(Kind.RANK, bid, note.isEmpty() ? words : words + " " + note, place(bid.total()));
    }
  }

  /// Words of a document that instruct are told by their own flag, and to people only.
  private void flag(Flag flag) {
    if (flag.kind() == Flag.Kind.INSTRUCTS_READER || flag.kind() == Flag.Kind.WITHOUT_MODEL) return;
    var about = flag.bid() == null ? "All bids" : names.bidder(flag.bid());
    var words =
        "%s, flagged %s (%s): %s"
            .formatted(
                about,
                flag.severity().name().toLowerCase(Locale.ROOT),
                flag.kind().wireName().replace('_', ' '),
                flag.sentence());
    var places = Stream.of(flag.citation(), flag.also()).filter(Objects::nonNull).toList();
    add(Kind.FLAG, flag.bid(), words, places);
  }

  private void terms(Bid bid) {
    term(bid, "valid until", date(bid.validUntil()), bid.validUntil());
    term(bid, "schedule", value(bid.schedule()), bid.schedule());
    term(bid, "lead time", value(bid.leadTime()), bid.leadTime());
    term(bid, "bond", value(bid.bond()), bid.bond());
    term(bid, "payment", value(bid.payment()), bid.payment());
    term(bid, "addenda acknowledged", value(bid.addenda()), bid.addenda());
  }

  private void term(Bid bid, String what, @Nullable String value, @Nullable Stated<?> stated) {
    var words = value == null ? "not stated in the bid" : value;
    add(Kind.TERM, bid, "%s, %s: %s.".formatted(name(bid), what, words), place(stated));
  }

  private void prices(Alignment.Row row) {
    for (var cell : row.cells()) {
      var bid = bid(cell.bid());
      var lines =
          bid.lines().stream().filter(line -> cell.lines().contains(line.number())).toList();
      add(
          Kind.PRICE,
          bid,
          "%s, item %s %s: %s."
              .formatted(name(bid), row.itemId(), row.description(), priced(cell, lines, bid)),
          Stream.concat(
                  lines.stream().map(PricedLine::citation),
                  lines.isEmpty() ? cell.mentions().stream() : Stream.empty())
              .toList());
    }
  }

  private static String priced(Alignment.Cell cell, List<PricedLine> lines, Bid bid) {
    if (cell.standing() != Alignment.Standing.PRICED)
      return cell.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return money(
        lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add), bid);
  }

  private void add(Kind kind, Bid bid, String words, List<Citation> places) {
    add(kind, bid.source(), words, places);
  }

  private void add(Kind kind, @Nullable String bid, String words, List<Citation> places) {
    var text = words.replaceAll("\\s+", " ").strip();
    if (text.length() > left || FindInstructions.tells(text)) return;
    left -= text.length();
    facts.add(new Fact("F" + (facts.size() + 1), kind, bid, text, places));
  }

  private String name(Bid bid) {
    return names.bidder(bid.source());
  }

  private Bid bid(String source) {
    return comparison.bids().stream()
        .filter(one -> one.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static String money(BigDecimal amount, Bid bid) {
    return Amounts.money(amount, bid.currency());
  }

  private static List<Citation> place(@Nullable Stated<?> stated) {
    return stated == null ? List.of() : List.of(stated.citation());
  }

  private static @Nullable String date(@Nullable Stated<LocalDate> stated) {
    return stated == null ? null : DAY.format(stated.value());
  }

  private static @Nullable String value(@Nullable Stated<?> stated) {
    return stated == null ? null : String.valueOf(stated.value());
  }
}
