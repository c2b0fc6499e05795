package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.Flag.Severity;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the reviewer is told of a bid that was read twice.
final class Differences {
  private static final int SHORT = 100;
  private static final String GOES_ON = " The comparison goes on with the first.";

  private final Bid bid;
  private final List<Flag> flags = new ArrayList<>();

  Differences(Bid bid) {
    this.bid = bid;
  }

  List<Flag> flags() {
    return flags;
  }

  /// Both stand there, and nothing decides.
  void both(String what, BigDecimal own, @Nullable Citation place, Claim claim) {
    var sentence =
        "By rule %s of %s is %s, and a model reads %s; both stand on the page."
            .formatted(what, name(), money(own), money(claim.amount()));
    say(Severity.HIGH, sentence + GOES_ON, place, claim.citation());
  }

  /// The page decides for the model.
  void mended(String what, BigDecimal own, Citation place, Claim claim, String why) {
    var sentence =
        "By rule %s of %s was %s, and a model reads %s: the comparison goes on with that, because %s."
            .formatted(what, name(), money(own), money(claim.amount()), why);
    say(Severity.LOW, sentence, claim.citation(), place);
  }

  /// What the rules had not read, and the bid's own sums ask for.
  void added(String what, Claim claim) {
    var sentence =
        "Of %s a model reads %s of %s, and the rules read none; it is in the comparison, because the bid adds up with it."
            .formatted(name(), what, money(claim.amount()));
    say(Severity.LOW, sentence, claim.citation(), null);
  }

  void brokenDown(List<Claim> parts) {
    var sentence =
        "By rule the price of %s is one sum, and a model reads %d lines that add up to it; the comparison goes on with the lines."
            .formatted(name(), parts.size());
    say(Severity.LOW, sentence, parts.getFirst().citation(), null);
  }

  void notAdded(String what, Claim claim) {
    var sentence =
        "Of %s a model reads %s of %s, and the rules read none; it is not in the comparison."
            .formatted(name(), what, money(claim.amount()));
    say(Severity.MEDIUM, sentence, claim.citation(), null);
  }

  /// Of many of one sort the first is shown.
  void moreNotAdded(List<Claim> claims) {
    var sentence =
        "Of %s a model reads %d prices where the rules read none; they are not in the comparison. The first is %s for %s."
            .formatted(
                name(),
                claims.size(),
                money(claims.getFirst().amount()),
                quote(claims.getFirst().description()));
    say(Severity.MEDIUM, sentence, claims.getFirst().citation(), null);
  }

  void onlyByRule(List<PricedLine> lines) {
    var first = lines.getFirst();
    var sentence =
        "By rule %s of %s is %s%s, and a model reads no price there; the bid's lines do not add up to its total."
            .formatted(
                quote(first.description()),
                name(),
                money(first.amount()),
                lines.size() == 1
                    ? ""
                    : lines.size() == 2
                        ? " (and one more line)"
                        : " (and " + (lines.size() - 1) + " more lines)");
    say(Severity.MEDIUM, sentence, first.citation(), null);
  }

  void refused(int figures) {
    var sentence =
        "A model gave %d %s for the bid of %s that %s not stand where it said; nothing of that is in the comparison."
            .formatted(
                figures, figures == 1 ? "figure" : "figures", name(), figures == 1 ? "does" : "do");
    say(Severity.LOW, sentence, null, null);
  }

  void notShown(List<Integer> pages) {
    var sentence =
        "The bid of %s is long: %s %s read by rule alone, because no model was shown %s."
            .formatted(
                name(),
                (pages.size() == 1 ? "page " : "pages ")
                    + pages.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                pages.size() == 1 ? "was" : "were",
                pages.size() == 1 ? "it" : "them");
    say(Flag.Kind.WITHOUT_MODEL, Severity.LOW, sentence, null, null, pages);
  }

  void say(
      Severity severity, String sentence, @Nullable Citation citation, @Nullable Citation also) {
    say(Flag.Kind.READINGS_DIFFER, severity, sentence, citation, also, List.of());
  }

  private void say(
      Flag.Kind kind,
      Severity severity,
      String sentence,
      @Nullable Citation citation,
      @Nullable Citation also,
      List<Integer> searched) {
    flags.add(
        new Flag(
            kind, severity, bid.source(), null, null, sentence, null, citation, searched, also));
  }

  String name() {
    return bid.bidder().value();
  }

  private String money(BigDecimal amount) {
    var number =
        String.format(Locale.ENGLISH, "%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
    var sign = amount.signum() < 0 ? "-" : "";
    return bid.currency().equals("USD")
        ? sign + "$" + number
        : sign + bid.currency() + " " + number;
  }

  static String quote(String text) {
    var plain = text.replaceAll("\\s+", " ").strip();
    return "“" + (plain.length() <= SHORT ? plain : plain.substring(0, SHORT - 1) + "…") + "”";
  }

  /// As a place is named to the reader.
  static @Nullable Citation place(@Nullable Stated<?> stated) {
    return stated == null ? null : stated.citation();
  }
}
