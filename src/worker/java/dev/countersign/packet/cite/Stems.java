package dev.countersign.packet.cite;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a text's words begin with, so that `price` and `prices` count as one.
///
/// @param shortest of how many characters a word must be to count
/// @param without words that say nothing of what a text is about, in lower case
public record Stems(int shortest, Set<String> without) {
  private static final int MOST_CHARS = 5;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  public Stems {
    without = Set.copyOf(without);
  }

  /// A set of its own, which may be changed.
  public Set<String> of(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= shortest && !without.contains(word))
        .map(word -> word.substring(0, Math.min(word.length(), MOST_CHARS)))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
