package dev.countersign.packet.bid.align;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Turns a description into the things it names, whatever words it uses for them: stemmed, with the
/// trade's synonyms brought to one word.
public final class TradeWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONGEST_PHRASE = 3;

  private static final Set<String> PLAINLY_OVERHEAD =
      stems(List.of("overhead", "profit", "fee", "supervision", "markup", "contingency", "ohp"));

  private static final int REMEMBERED = 10_000;

  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
  private final Map<String, List<String>> meanings = new HashMap<>();
  private final Map<String, Set<String>> goesWith = new HashMap<>();
  private final Set<String> weak = stems(Thesaurus.WEAK);
  private final Set<String> overhead = stems(Thesaurus.OVERHEAD);

  public TradeWords() {
    Thesaurus.SYNONYMS.lines().forEach(this::addSynonyms);
    Thesaurus.GOES_WITH.lines().forEach(this::addCompanions);
  }

  private void addSynonyms(String row) {
    var sides = row.split("=", 2);
    var meaning = stemmed(sides[0]);
    for (String phrase : sides[1].split(",", -1)) {
      meanings.put(String.join(" ", stemmed(phrase)), meaning);
    }
  }

  private void addCompanions(String row) {
    var sides = row.split("~", 2);
    for (String left : stemmed(sides[0])) {
      for (String right : stemmed(sides[1])) {
        goesWith.computeIfAbsent(left, _ -> new HashSet<>()).add(right);
        goesWith.computeIfAbsent(right, _ -> new HashSet<>()).add(left);
      }
    }
  }

  private static Set<String> stems(List<String> words) {
    var stems = new HashSet<String>();
    for (String word : words) stems.add(stem(word));
    return stems;
  }

  /// The things a text names, in its order, each once.
  public Set<String> in(String text) {
    if (known.size() >= REMEMBERED) known.clear();
    return new LinkedHashSet<>(known.computeIfAbsent(text, this::read));
  }

  private Set<String> read(String text) {
    var words = stemmed(text);
    var things = new LinkedHashSet<String>();
    int at = 0;
    while (at < words.size()) at += take(words, at, things);
    Thesaurus.STOP.forEach(things::remove);
    return things;
  }

  private int take(List<String> words, int at, Set<String> things) {
    for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
      var phrase = String.join(" ", words.subList(at, at + length));
      var meaning = meanings.get(phrase);
      if (meaning != null) {
        things.addAll(meaning);
        return length;
      }
    }
    things.add(words.get(at));
    return 1;
  }

  /// How much a thing says by itself, from 0 to 1.
  double weight(String thing) {
    if (weak.contains(thing)) return 0.3;
    if (thing.chars().anyMatch(Character::isDigit)) return 0.35;
    return 1;
  }

  /// Whether one is often meant or priced along with the other.
  boolean together(String one, String other) {
    return goesWith.getOrDefault(one, Set.of()).contains(other);
  }

  /// Whether the text names nothing but what a contractor charges beside the work.
  public boolean onlyOverhead(String text) {
    var words = in(text);
    return !words.isEmpty() && words.stream().allMatch(overhead::contains);
  }

  /// Whether more than half of what the text names is a charge beside the work, or half and one of
  /// it is plainly such.
  public boolean mostlyOverhead(String text) {
    var words = in(text);
    long hits = words.stream().filter(overhead::contains).count();
    boolean plain = words.stream().anyMatch(PLAINLY_OVERHEAD::contains);
    return plain ? hits * 2 >= words.size() : hits * 2 > words.size();
  }

  private static List<String> stemmed(String text) {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]s\\b", "")
            .replaceAll("\\br[\\s‐‑-]+(\\d+)", "r$1");
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(plain);
    while (matcher.find()) words.add(stem(matcher.group()));
    return words;
  }

  /// A word without its endings; crude, and the same on both sides of a comparison.
  static String stem(String word) {
    var stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) stem = cut(stem, 3) + "y";
    else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) stem = cut(stem, 1);
    for (String ending : List.of("ation", "ating", "ated", "ate", "ion", "ing", "ed", "er", "e")) {
      if (stem.endsWith(ending)
          && stem.length() - ending.length() >= ("er".equals(ending) ? 5 : 4)) {
        return undoubled(cut(stem, ending.length()));
      }
    }
    return stem;
  }

  private static String cut(String word, int length) {
    return word.substring(0, word.length() - length);
  }

  private static String undoubled(String stem) {
    int end = stem.length() - 1;
    boolean twice = end > 3 && stem.charAt(end) == stem.charAt(end - 1);
    return twice && "lpt".indexOf(stem.charAt(end)) >= 0 ? stem.substring(0, end) : stem;
  }
}
