package dev.countersign.packet.bid.tell;

import dev.countersign.packet.bid.tell.Bidders.Named;
import dev.countersign.packet.cite.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds the numbers of a sentence to its facts: each is one of theirs, and of a fact about whom
/// the sentence speaks of there. Numbers in words count, and so do the names of months.
final class Numbers {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,'’]\\d+)*");
  private static final Map<String, String> IN_WORDS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"));

  /// What says a quantity too, and must stand in a fact as it is.
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\b(?:twice|thrice|double|triple|half|third of|quarter of|dozens?|hundreds?|thousands?"
              + "|millions?|percent|per cent|twenty|thirty|forty|fifty|sixty|ninety|January|February"
              + "|March|April|May|June|July|August|September|October|November|December)\\b|%");

  private static final Pattern WORD =
      Pattern.compile("\\b(?:" + String.join("|", IN_WORDS.keySet()) + ")\\b");

  private Numbers() {}

  static boolean holdTo(List<Fact> facts, String sentence, List<Named> named) {
    return digits(facts, sentence, named) && words(facts, sentence);
  }

  private static boolean digits(List<Fact> facts, String sentence, List<Named> named) {
    return DIGITS
        .matcher(sentence)
        .results()
        .allMatch(found -> {
          var number = Figures.in(found.group()).iterator().next();
          var about = Bidders.spokenOf(named, found.start());
          return facts.stream()
              .filter(fact -> Figures.in(fact.text()).contains(number))
              .anyMatch(
                  fact -> fact.bid() == null || about.isEmpty() || about.get().equals(fact.bid()));
        });
  }

  private static boolean words(List<Fact> facts, String sentence) {
    var all = facts.stream().map(Fact::text).collect(Collectors.joining("\n"));
    var lower = all.toLowerCase(Locale.ROOT);
    boolean quantities =
        QUANTITY
            .matcher(sentence)
            .results()
            .allMatch(found -> lower.contains(found.group().toLowerCase(Locale.ROOT)));
    return quantities
        && WORD.matcher(sentence.toLowerCase(Locale.ROOT))
            .results()
            .allMatch(found ->
                lower.contains(found.group())
                    || Figures.in(all).contains(new BigDecimal(IN_WORDS.get(found.group()))));
  }
}
