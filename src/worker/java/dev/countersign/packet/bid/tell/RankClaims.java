package dev.countersign.packet.bid.tell;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Ranking;
import dev.countersign.packet.bid.tell.Bidders.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Holds what a sentence says of an order to the figures: who is lowest, highest or second, and who
/// is below whom, by the reckoning that the sentence names, else by all three. What recommends or
/// rejects somebody holds to nothing.
final class RankClaims {
  private static final Pattern ADVICE =
      words(
          "recommend\\w*|should|must|ought|deserv\\w*|prefer\\w*|disregard\\w*|ignore\\w*|disqualif\\w*"
              + "|reject\\w*|approv\\w*|incomplete|non-?responsive|invalid|award (?:it |the \\w+ )?to|choose|select\\w*");

  private static final Pattern SECOND =
      words("second(?:[- ](?:lowest|cheapest|best|place))?|next[- ]lowest|runner-?up");

  private static final Pattern LOW =
      words(
          "lowest|cheapest|least (?:expensive|costly)|low (?:bid|bidder|price|offer|total)|smallest"
              + "|best|winner|wins?|winning|won(?!['’])|lead(?! time)|leads|leading|leader|ahead|first|top|front-?runner"
              + "|most (?:competitive|attractive|affordable|favou?rable|economical|advantageous|suitable)");

  private static final Pattern HIGH =
      words("highest|most (?:expensive|costly)|dearest|costliest|largest|biggest|last|worst");

  private static final Pattern OTHER_PLACE =
      words("third|fourth|fifth|sixth|ranks?|ranked|ranking");
  private static final Pattern BELOW =
      words("lower|cheaper|less|below|under|undercuts?|beats?|smaller");
  private static final Pattern ABOVE =
      words("higher|dearer|more|above|over|exceeds?|costlier|larger|bigger");
  private static final Pattern ALL_OTHERS =
      words(
          "(?:all|any|every|the) (?:other|others|rest|competitors?)|others|competition|everyone|anybody");

  private final Comparison comparison;

  RankClaims(Comparison comparison) {
    this.comparison = comparison;
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /// Whether it says anything of an order at all.
  static boolean in(String sentence) {
    return List.of(SECOND, LOW, HIGH, OTHER_PLACE, BELOW, ABOVE).stream()
        .anyMatch(words -> words.matcher(sentence).find());
  }

  boolean hold(String sentence, List<Named> named) {
    if (ADVICE.matcher(sentence).find() || OTHER_PLACE.matcher(sentence).find()) return false;
    var rankings = named(sentence);
    var rest = SECOND.matcher(sentence).replaceAll(found -> " ".repeat(found.group().length()));
    return places(SECOND, sentence, named, rankings, 1)
        && places(LOW, rest, named, rankings, 0)
        && places(HIGH, rest, named, rankings, -1)
        && compares(rest, named, rankings);
  }

  /// @param place from 0, the lowest; -1 the highest
  private boolean places(
      Pattern words, String sentence, List<Named> named, List<Ranking> rankings, int place) {
    return words
        .matcher(sentence)
        .results()
        .allMatch(found ->
            Bidders.spokenOf(named, found.start())
                .filter(bid -> rankings.stream().allMatch(one -> stands(bid, one, place)))
                .isPresent());
  }

  private boolean compares(String sentence, List<Named> named, List<Ranking> rankings) {
    return compares(BELOW, sentence, named, rankings, -1)
        && compares(ABOVE, sentence, named, rankings, 1);
  }

  /// Of one bidder alone it is no order: "adds up to 310.00 more than it states".
  private boolean compares(
      Pattern words, String sentence, List<Named> named, List<Ranking> rankings, int sign) {
    for (var found : words.matcher(sentence).results().toList()) {
      var before = named.stream().filter(one -> one.start() < found.start()).reduce((_, b) -> b);
      var after = named.stream().filter(one -> one.start() > found.start()).findFirst();
      if (ALL_OTHERS.matcher(sentence).find()) {
        int place = sign < 0 ? 0 : -1;
        if (before.isEmpty()
            || !rankings.stream().allMatch(r -> stands(before.get().bid(), r, place))) return false;
      } else if (before.isPresent() && after.isPresent()) {
        if (!rankings.stream().allMatch(r -> order(before.get(), after.get(), r) == sign))
          return false;
      } else if (distinct(named) > 1) return false;
    }
    return true;
  }

  private static long distinct(List<Named> named) {
    return named.stream().map(Named::bid).distinct().count();
  }

  /// 2 when they cannot be compared.
  private int order(Named one, Named other, Ranking ranking) {
    var totals = comparable(ranking);
    var here = totals.get(one.bid());
    var there = totals.get(other.bid());
    return here == null || there == null ? 2 : here.compareTo(there);
  }

  private boolean stands(String bid, Ranking ranking, int place) {
    var totals = comparable(ranking);
    var order = new ArrayList<>(totals.entrySet());
    order.sort(Map.Entry.comparingByValue());
    int at = place < 0 ? order.size() - 1 : place;
    if (order.size() < 2 || at >= order.size()) return false;
    if (place == 0) return bid.equals(ranking.low());
    boolean tied =
        order.stream().filter(o -> o.getValue().compareTo(order.get(at).getValue()) == 0).count()
            > 1;
    return !tied && order.get(at).getKey().equals(bid);
  }

  /// Totals in the lowest's currency; none when nobody can be called lowest.
  private Map<String, BigDecimal> comparable(Ranking ranking) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    var currency =
        comparison.bids().stream()
            .filter(bid -> bid.source().equals(ranking.low()))
            .map(Bid::currency)
            .findFirst();
    for (Bid bid : comparison.bids()) {
      var total = ranking.totals().get(bid.source());
      if (total != null && currency.filter(bid.currency()::equals).isPresent())
        totals.put(bid.source(), total);
    }
    return totals;
  }

  private List<Ranking> named(String sentence) {
    var standings = comparison.standings();
    var named = new ArrayList<Ranking>();
    if (words("stated").matcher(sentence).find()) named.add(standings.stated());
    if (words("corrected").matcher(sentence).find()) named.add(standings.corrected());
    if (words("levell?ed|same scope|missing scope").matcher(sentence).find())
      named.add(standings.leveled());
    return named.isEmpty()
        ? List.of(standings.stated(), standings.corrected(), standings.leveled())
        : named;
  }
}
