package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.scope.ReadScope.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The numbers of the addenda that a scope names: "Addenda 1, 2 and 3", "Addendum No. 2", "Addenda
/// 1 through 3".
public final class AddendaIssued {
  private static final String ONE =
      "(?:(?:no|nos|number|#)\\.?\\s*)?(?:\\d{1,2}|one|two|three|four|five|six)\\b(?!\\s*/)(?:\\s*\\([^)]{0,60}\\))?";
  private static final Pattern NAMED =
      Pattern.compile(
          "\\badd(?:end(?:um|a)|\\.)\\s*(?:nos?\\.?|numbers?|#s?)?\\s*("
              + ONE
              + "(?:\\s*(?:,\\s*and|,|and|&|through|thru|to|–|-)\\s*(?:addendum\\s+)?"
              + ONE
              + ")*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,2}|one|two|three|four|five|six", Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE =
      Pattern.compile("\\b(?:through|thru|to)\\b|–|-", Pattern.CASE_INSENSITIVE);
  private static final List<String> WORDS =
      List.of("zero", "one", "two", "three", "four", "five", "six");

  private AddendaIssued() {}

  static List<Integer> in(List<Passage> passages) {
    var numbers = new TreeSet<Integer>();
    for (Passage passage : passages) numbers.addAll(in(passage.text()));
    return List.copyOf(numbers);
  }

  /// The numbers that a text names, in order.
  public static Set<Integer> in(String text) {
    var numbers = new TreeSet<Integer>();
    var matcher = NAMED.matcher(text);
    while (matcher.find()) {
      var list = matcher.group(1).replaceAll("\\([^)]*\\)", " ");
      var named = NUMBER.matcher(list).results().map(result -> number(result.group())).toList();
      numbers.addAll(named);
      if (named.size() == 2 && RANGE.matcher(list).find()) {
        for (int number = named.getFirst(); number < named.getLast(); number++) numbers.add(number);
      }
    }
    numbers.remove(0);
    return numbers;
  }

  private static int number(String written) {
    int word = WORDS.indexOf(written.toLowerCase(Locale.ROOT));
    return word >= 0 ? word : Integer.parseInt(written);
  }
}
