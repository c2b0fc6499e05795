package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Answers what a comparison of bids asks, by rule from the question itself: rows that end with an
/// amount, items that share the most words with a line, and facts word for word. It reads less than
/// a model would; what it says stands there.
final class BidReader implements Function<Asked, Optional<Play>> {
  private static final Pattern AMOUNT =
      Pattern.compile("\\$?((?:\\d{1,3}(?:,\\d{3})+|\\d+)\\.\\d{2})$");
  private static final Pattern MEASURES =
      Pattern.compile("^\\d+\\s+|\\s+[\\d,.]+\\s+[A-Z]{2,5}.*$|\\s+\\$?[\\d,.]+$");
  private static final Pattern SUM = Pattern.compile("(?i)\\b(?:sub-?total|total|tax)\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final int MOST_FLAGS = 3;
  private final ObjectMapper json = new ObjectMapper();

  /// Empty when it is asked something else.
  @Override
  public Optional<Play> apply(Asked asked) {
    var blocks = Block.in(asked.said("user"));
    return switch (asked.schemaName()) {
      case "bidsaid" -> Optional.of(Play.says(prices(blocks).toString()));
      case "placessaid" -> Optional.of(Play.says(places(blocks).toString()));
      case "summarysaid" -> Optional.of(Play.says(summary(blocks).toString()));
      default -> Optional.empty();
    };
  }

  private ObjectNode prices(List<Block> pages) {
    var bid = json.createObjectNode();
    var lines = bid.putArray("lines");
    bid.putNull("subtotal").putNull("tax").putNull("total");
    for (var block : pages)
      if (block.isPage())
        for (var row : rows(block.text())) price(bid, lines, row, block.source(), block.page());
    return bid;
  }

  /// A row that only measures belongs to the words above it.
  private static List<String> rows(String text) {
    var rows = new ArrayList<String>();
    String before = "";
    for (var line : text.lines().map(String::strip).toList()) {
      rows.add(
          WORD.matcher(MEASURES.matcher(line).replaceAll("")).find() ? line : before + " " + line);
      before = line;
    }
    return rows;
  }

  private void price(ObjectNode bid, ArrayNode lines, String row, String source, int page) {
    var amount = AMOUNT.matcher(row);
    if (!amount.find() || !WORD.matcher(row).find()) return;
    var figure = json.createObjectNode();
    figure.put("description", MEASURES.matcher(row).replaceAll("").strip());
    figure.put("amount", new BigDecimal(amount.group(1).replace(",", "")));
    figure.putObject("quote").put("source", source).put("page", page).put("quote", row);
    var sum = SUM.matcher(row);
    if (!sum.find()) lines.add(figure);
    else {
      var kind = sum.group().toLowerCase(Locale.ROOT).replace("-", "");
      bid.set(kind, figure);
    }
  }

  private ObjectNode places(List<Block> blocks) {
    var items = text(blocks, "items").lines().map(line -> line.split(": ", 2)).toList();
    var places = json.createObjectNode();
    var lines = places.putArray("lines");
    for (var line : text(blocks, "lines").lines().map(one -> one.split(": ", 2)).toList()) {
      var place = lines.addObject().put("line", Integer.parseInt(line[0]));
      var ids = place.putArray("items");
      var words = words(line[1]);
      items.stream()
          .filter(item -> item.length == 2 && shared(words, item[1]) > 0)
          .max((one, other) -> Double.compare(shared(words, one[1]), shared(words, other[1])))
          .ifPresent(item -> ids.add(item[0]));
    }
    return places;
  }

  private ObjectNode summary(List<Block> blocks) {
    var facts = text(blocks, "facts").lines().map(line -> line.split(": ", 2)).toList();
    var said = json.createObjectNode();
    var sentences = said.putArray("sentences");
    facts.stream()
        .filter(fact -> fact[1].contains(", the lowest "))
        .forEach(f -> add(sentences, f));
    facts.stream()
        .filter(fact -> fact[1].contains(", flagged high "))
        .limit(MOST_FLAGS)
        .forEach(fact -> add(sentences, fact));
    return said;
  }

  private static void add(ArrayNode sentences, String[] fact) {
    sentences.addObject().put("text", fact[1]).putArray("facts").add(fact[0]);
  }

  private static String text(List<Block> blocks, String name) {
    return blocks.stream()
        .filter(block -> block.name().equals(name))
        .map(Block::text)
        .findFirst()
        .orElse("");
  }

  private static double shared(Set<String> words, String item) {
    var wanted = words(item);
    if (wanted.isEmpty()) return 0;
    long found = wanted.stream().filter(words::contains).count();
    return (double) found / wanted.size();
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> word.length() > 3)
        .map(word -> word.substring(0, Math.min(word.length(), 5)))
        .forEach(words::add);
    return words;
  }
}
