package dev.countersign.packet.bid.tell;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.present.BidNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who is named in a sentence, and where: by the whole name, or by its first word when no other
/// bidder's name has it.
final class Bidders {
  private static final int SHORTEST = 3;
  private static final Set<String> NO_NAMES =
      Set.of("the", "new", "all", "one", "bid", "les", "los", "der", "die");
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();

  Bidders(Comparison comparison) {
    var names = new BidNames(comparison);
    var all = comparison.bids().stream().map(bid -> names.bidder(bid.source())).toList();
    for (Bid bid : comparison.bids()) {
      var name = names.bidder(bid.source());
      var first = name.split("\\s+", 2)[0];
      boolean own =
          first.length() >= SHORTEST
              && !NO_NAMES.contains(first.toLowerCase(Locale.ROOT))
              && all.stream().filter(other -> has(other, first)).count() == 1;
      var words = own ? Pattern.quote(name) + "|" + Pattern.quote(first) : Pattern.quote(name);
      patterns.put(
          bid.source(),
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  /// A bidder (by the bid's source id) at a place of a sentence.
  record Named(String bid, int start, int end) {}

  /// In the sentence's order.
  List<Named> in(String sentence) {
    var named = new ArrayList<Named>();
    patterns.forEach((bid, pattern) ->
        pattern
            .matcher(sentence)
            .results()
            .forEach(found -> named.add(new Named(bid, found.start(), found.end()))));
    named.sort(Comparator.comparingInt(Named::start));
    return named;
  }

  /// Of whom is spoken at that place: who was named last, else who is named next.
  static Optional<String> spokenOf(List<Named> named, int at) {
    return named.stream()
        .filter(one -> one.start() <= at)
        .reduce((_, later) -> later)
        .or(() -> named.stream().findFirst())
        .map(Named::bid);
  }

  private static boolean has(String name, String word) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .contains(word.toLowerCase(Locale.ROOT));
  }
}
