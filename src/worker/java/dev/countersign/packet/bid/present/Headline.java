package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Ranking;
import dev.countersign.packet.bid.Comparison.Standings;
import dev.countersign.packet.bid.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who is lowest, in one sentence.
final class Headline {
  private final Comparison comparison;
  private final BidNames names;

  private Headline(Comparison comparison) {
    this.comparison = comparison;
    this.names = new BidNames(comparison);
  }

  static String of(Comparison comparison) {
    return new Headline(comparison).sentence();
  }

  /// What to settle before the lowest may be taken for it; empty when nothing severe is flagged.
  static String caution(Comparison comparison) {
    Standings standings = comparison.standings();
    String low =
        standings.leveled().low() == null ? standings.stated().low() : standings.leveled().low();
    List<String> kinds =
        comparison.flags().stream()
            .filter(
                flag -> flag.severity() == Flag.Severity.HIGH && Objects.equals(flag.bid(), low))
            .map(flag -> flag.kind().wireName().replace('_', ' '))
            .distinct()
            .toList();
    if (low == null || kinds.isEmpty()) return "";
    return "To settle first with "
        + new BidNames(comparison).bidder(low)
        + ": "
        + String.join(", ", kinds)
        + ".";
  }

  private String sentence() {
    Standings standings = comparison.standings();
    if (comparison.bids().size() == 1) return only(comparison.bids().getFirst());
    String stated = standings.stated().low();
    String corrected = standings.corrected().low();
    String leveled = standings.leveled().low();
    if (stated == null && corrected == null && leveled == null) {
      return "The bids cannot be ranked: their totals are not stated or not comparable.";
    }
    boolean allSame = Objects.equals(stated, corrected) && Objects.equals(corrected, leveled);
    if (allSame) {
      return named(standings.stated())
          + " is lowest as stated, and stays lowest with the sums corrected and the missing scope"
          + " added"
          + at(standings.leveled())
          + ".";
    }
    return capitalized(part("As stated", standings.stated(), null))
        + part("; with the sums corrected", standings.corrected(), stated)
        + part("; leveled for missing scope", standings.leveled(), corrected)
        + ".";
  }

  private String part(String when, Ranking ranking, @Nullable String before) {
    if (ranking.low() == null) return when + " nobody can be called lowest";
    boolean same = ranking.low().equals(before);
    return when + (same ? " it is still " : ", the lowest is ") + named(ranking);
  }

  private String only(Bid bid) {
    String total =
        bid.total() == null ? "no total" : Amounts.money(bid.total().value(), bid.currency());
    return "Only one bid was read: " + names.bidder(bid.source()) + ", with " + total + " stated.";
  }

  /// The lowest bidder with the amount: "Brightfold Construction ($85,269.00)".
  private String named(Ranking ranking) {
    String low = Objects.requireNonNull(ranking.low());
    BigDecimal total = ranking.totals().get(low);
    String amount = total == null ? "" : " (" + Amounts.money(total, currency(low)) + ")";
    return names.bidder(low) + amount;
  }

  private String at(Ranking ranking) {
    String low = ranking.low();
    BigDecimal total = low == null ? null : ranking.totals().get(low);
    return low == null || total == null ? "" : " (" + Amounts.money(total, currency(low)) + ")";
  }

  private String currency(String source) {
    return BidJson.in(comparison, source).currency();
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
