package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.QuoteFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Which of a model's lines is which of the rules'.
///
/// @param differing of the same thing, with different amounts
/// @param onlySaid what the rules have no line for
/// @param onlyRead what the model has none for
record PairLines(List<Pair> differing, List<Claim> onlySaid, List<PricedLine> onlyRead) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  PairLines {
    differing = List.copyOf(differing);
    onlySaid = List.copyOf(onlySaid);
    onlyRead = List.copyOf(onlyRead);
  }

  record Pair(PricedLine line, Claim claim) {}

  /// First by amount and place, then by amount, then by place alone.
  static PairLines of(List<PricedLine> lines, List<Claim> claims) {
    var openLines = new ArrayList<>(lines);
    var openClaims = new ArrayList<>(claims);
    taken(openLines, openClaims, (line, claim) -> sameAmount(line, claim) && together(line, claim));
    taken(openLines, openClaims, PairLines::sameAmount);
    var differing = taken(openLines, openClaims, PairLines::together);
    return new PairLines(differing, openClaims, openLines);
  }

  private static List<Pair> taken(
      List<PricedLine> lines, List<Claim> claims, BiPredicate<PricedLine, Claim> match) {
    var pairs = new ArrayList<Pair>();
    for (var claim : List.copyOf(claims)) {
      Optional<PricedLine> found = lines.stream().filter(l -> match.test(l, claim)).findFirst();
      if (found.isEmpty()) continue;
      pairs.add(new Pair(found.get(), claim));
      lines.remove(found.get());
      claims.remove(claim);
    }
    return pairs;
  }

  private static boolean sameAmount(PricedLine line, Claim claim) {
    return line.amount().abs().compareTo(claim.amount().abs()) == 0;
  }

  /// A line that is priced in another one has no amount to differ in.
  private static boolean together(PricedLine line, Claim claim) {
    if (line.kind() == PricedLine.Kind.INCLUDED) return false;
    if (sameWords(line.description(), claim.description())) return true;
    var place = line.citation();
    if (place.page() != claim.citation().page()) return false;
    var own = QuoteFinder.normalized(place.quote());
    var said = QuoteFinder.normalized(claim.citation().quote());
    return own.contains(said) || said.contains(own);
  }

  private static boolean sameWords(String one, String other) {
    var here = words(one);
    var there = words(other);
    return !here.isEmpty()
        && !there.isEmpty()
        && (here.containsAll(there) || there.containsAll(here));
  }

  /// The words that say what a thing is; numbers say how it is listed.
  static Set<String> words(String text) {
    var words = new HashSet<String>();
    Arrays.stream(NO_WORD.split(QuoteFinder.normalized(text).toLowerCase(Locale.ROOT)))
        .filter(word -> word.chars().anyMatch(Character::isLetter))
        .forEach(words::add);
    return words;
  }
}
