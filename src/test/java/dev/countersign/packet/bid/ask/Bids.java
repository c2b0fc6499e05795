package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.bid.extract.ExtractBid;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Bids in a few lines of text, and what a model says of them.
final class Bids {
  private static final Pattern PRICED =
      Pattern.compile(
          "(?:\\d )?(?<what>Total|(?<=\\d )[^\\d]+?)[ ,].*?(?<amount>[\\d,]+\\.\\d\\d)");

  private Bids() {}

  /// As the rules would read such lines in a table: the last amount of a numbered line is its
  /// price.
  static Bid byRule(Document document) {
    var lines = new ArrayList<PricedLine>();
    @Nullable Stated<BigDecimal> total = null;
    for (var page : document.pages())
      for (var text : page.text().lines().toList()) {
        var found = PRICED.matcher(text);
        if (!found.matches()) continue;
        var place = new Citation(document.id(), document.name(), page.number(), text);
        var amount = new BigDecimal(found.group("amount").replace(",", ""));
        if (found.group("what").equals("Total")) total = new Stated<>(amount, place);
        else lines.add(line(lines.size() + 1, found.group("what"), amount, place));
      }
    return new ExtractBid().extract(document).priced(lines, null, null, total);
  }

  private static PricedLine line(int number, String what, BigDecimal amount, Citation place) {
    return new PricedLine(
        number, null, what, null, null, null, amount, PricedLine.Kind.BASE, null, place);
  }

  static BigDecimal amount(Bid bid, String words) {
    return line(bid, words).amount();
  }

  static BigDecimal total(Bid bid) {
    return Objects.requireNonNull(bid.total()).value();
  }

  private static PricedLine line(Bid bid, String words) {
    return bid.lines().stream()
        .filter(line -> line.description().contains(words))
        .findFirst()
        .orElseThrow();
  }

  static Bid without(Bid bid, String words) {
    return bid.priced(
        bid.lines().stream().filter(line -> !line.description().contains(words)).toList());
  }

  /// As if the rules had misread a line.
  static Bid with(Bid bid, String words, String amount) {
    return bid.priced(
        bid.lines().stream()
            .map(line -> line.description().contains(words) ? misread(line, amount) : line)
            .toList());
  }

  private static PricedLine misread(PricedLine line, String amount) {
    return new PricedLine(
        line.number(),
        line.ref(),
        line.description(),
        null,
        null,
        null,
        new BigDecimal(amount),
        line.kind(),
        null,
        line.citation());
  }

  static Document document(String... pages) {
    var all = new ArrayList<Page>();
    for (var text : pages)
      all.add(
          new Page(all.size() + 1, "page " + (all.size() + 1), 0, 0, text, List.of(), List.of()));
    return new Document("src", "bid.txt", "00", "text/plain", all, List.of());
  }

  static String said(@Nullable String total, String... lines) {
    return "{\"lines\":[%s],\"subtotal\":null,\"tax\":null,\"total\":%s}"
        .formatted(Arrays.stream(lines).collect(Collectors.joining(",")), total);
  }

  static String total(String amount, String quote) {
    return line("Total", amount, quote);
  }

  static String line(String description, String amount, String quote) {
    return "{\"description\":\"%s\",\"amount\":%s,\"quote\":{\"source\":\"S1\",\"page\":1,\"quote\":\"%s\"}}"
        .formatted(description, amount, quote);
  }
}
