package dev.countersign.packet.bid.tell;

import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Narrative;
import dev.countersign.packet.bid.tell.Bidders.Named;
import dev.countersign.packet.bid.tell.Fact.Kind;
import dev.countersign.source.FindInstructions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds a model's sentences to the facts that they name. What a sentence says beyond its numbers,
/// names and ranks is for its reader to see in the facts that stand beside it.
final class HeldToFacts {
  private static final int LONGEST = 400;
  private static final int SHORTEST_ITEM_WORD = 5;
  private static final Pattern ADDRESS = Pattern.compile("@|://|www\\.|\\bhttps?\\b");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

  private final Facts facts;
  private final Bidders bidders;
  private final RankClaims ranks;
  private final Set<String> itemWords = new LinkedHashSet<>();

  HeldToFacts(Comparison comparison, Facts facts) {
    this.facts = facts;
    this.bidders = new Bidders(comparison);
    this.ranks = new RankClaims(comparison);
    for (var row : comparison.alignment().rows()) itemWords.addAll(longWords(row.description()));
  }

  /// The sentence with what it stands on; empty when it does not stand.
  Optional<Narrative.Sentence> held(SummarySaid.SentenceSaid said) {
    var text = said.text().replaceAll("\\s+", " ").strip();
    var grounds = said.facts().stream().distinct().map(facts::find).toList();
    if (text.isEmpty() || text.length() > LONGEST || grounds.isEmpty()) return Optional.empty();
    if (grounds.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    var cited = grounds.stream().map(Optional::orElseThrow).toList();
    return stands(text, cited)
        ? Optional.of(new Narrative.Sentence(text, cited.stream().map(Fact::ground).toList()))
        : Optional.empty();
  }

  private boolean stands(String text, List<Fact> cited) {
    if (ADDRESS.matcher(text).find() || FindInstructions.tells(text)) return false;
    if (cited.stream().anyMatch(fact -> fact.text().equals(text))) return true;
    var named = bidders.in(text);
    return named.stream().allMatch(one -> isIn(one, cited))
        && Numbers.holdTo(cited, text, named)
        && ranksStand(text, named, cited);
  }

  private boolean isIn(Named one, List<Fact> cited) {
    return cited.stream()
        .anyMatch(fact ->
            one.bid().equals(fact.bid())
                || bidders.in(fact.text()).stream().anyMatch(n -> n.bid().equals(one.bid())));
  }

  /// Totals are ranked, prices of single items are not.
  private boolean ranksStand(String text, List<Named> named, List<Fact> cited) {
    if (!ranks.hold(text, named)) return false;
    if (!RankClaims.in(text)) return true;
    if (cited.stream().anyMatch(fact -> fact.kind() == Kind.PRICE)) return false;
    var words = longWords(text);
    cited.stream().map(Fact::text).map(HeldToFacts::longWords).forEach(words::removeAll);
    words.retainAll(itemWords);
    return words.isEmpty();
  }

  private static Set<String> longWords(String text) {
    var words = new LinkedHashSet<String>();
    Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= SHORTEST_ITEM_WORD)
        .forEach(words::add);
    return words;
  }
}
