package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Answers by rule from the lines of the question itself, and says so: enough to see a job go
/// through its model steps, not to judge them by. A schema is filled with the lines that share the
/// most words with a property's name and meaning; a tool is used once, if there is one. Bids and
/// quick answers are read with more care, because what does not stand there would be refused.
public final class RuleReader implements Function<Asked, Play> {
  private static final String HONEST = "Scripted, no model was asked. ";
  private static final int MOST_ITEMS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private final BidReader bids = new BidReader();
  private final AnswerReader answers = new AnswerReader();
  private final ObjectMapper json = new ObjectMapper();
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  @Override
  public Play apply(Asked asked) {
    return bids.apply(asked).or(() -> answers.apply(asked)).orElseGet(() -> anything(asked));
  }

  private Play anything(Asked asked) {
    var lines = lines(asked.said("user"));
    var tool = tool(asked);
    if (!tool.isMissingNode() && !usedTools(asked))
      return Play.calls(
          "call_1",
          tool.path("name").asText(),
          fill(tool.path("parameters"), "", "", lines, 0).toString());
    var schema = asked.schema().path("schema");
    return Play.says(
        schema.isMissingNode()
            ? HONEST + best(lines, lines.isEmpty() ? "" : lines.getLast()).orElse("")
            : fill(schema, "", "", lines, 0).toString());
  }

  private static JsonNode tool(Asked asked) {
    var first = asked.body().path("tools").path(0);
    return first.has("function") ? first.path("function") : first;
  }

  private static boolean usedTools(Asked asked) {
    var turns = asked.body().path(asked.isChat() ? "messages" : "input");
    return StreamSupport.stream(turns.spliterator(), false)
        .anyMatch(turn -> turn.has("tool_call_id") || turn.has("call_id"));
  }

  /// @param about names and meanings of the properties that belong together: one line is for all
  /// @param nth which of the lines that fit
  private JsonNode fill(JsonNode schema, String name, String about, List<String> lines, int nth) {
    if (schema.has("anyOf")) return fill(schema.path("anyOf").path(0), name, about, lines, nth);
    if (schema.has("enum")) return choice(schema.path("enum"), lines);
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    var line = ranked(lines, about).stream().skip(nth).findFirst();
    return switch (type.asText()) {
      case "object" -> object(schema, about, lines, nth);
      case "array" -> array(schema.path("items"), name, about, lines);
      case "integer" -> nodes.numberNode(number(line).map(n -> (long) (double) n).orElse(1L));
      case "number" -> nodes.numberNode(number(line).orElse(0.0));
      case "boolean" -> nodes.booleanNode(false);
      default -> text(schema, name, line);
    };
  }

  private JsonNode text(JsonNode schema, String name, Optional<String> line) {
    if (schema.path("format").asText().equals("date")) return nodes.textNode("2026-01-01");
    var honest = name.contains("quote") || name.contains("source") ? "" : HONEST;
    return nodes.textNode(honest + line.orElse(""));
  }

  private JsonNode object(JsonNode schema, String about, List<String> lines, int nth) {
    var object = json.createObjectNode();
    var properties = schema.path("properties").properties();
    var all =
        properties.stream()
            .map(of -> of.getKey() + " " + of.getValue().path("description").asText(""))
            .collect(Collectors.joining(" ", about + " ", ""));
    for (var property : properties)
      object.set(property.getKey(), fill(property.getValue(), property.getKey(), all, lines, nth));
    return object;
  }

  private JsonNode array(JsonNode items, String name, String about, List<String> lines) {
    var array = json.createArrayNode();
    for (int i = 0; i < Math.min(MOST_ITEMS, lines.size()); i++)
      array.add(fill(items, name, about, lines, i));
    return array;
  }

  private JsonNode choice(JsonNode choices, List<String> lines) {
    var all = String.join("\n", lines).toLowerCase(Locale.ROOT);
    return StreamSupport.stream(choices.spliterator(), false)
        .filter(choice -> all.contains(choice.asText().replace('_', ' ')))
        .findFirst()
        .orElse(choices.path(0));
  }

  private static Optional<Double> number(Optional<String> line) {
    return line.map(NUMBER::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> Double.valueOf(matcher.group()));
  }

  private static Optional<String> best(List<String> lines, String about) {
    return ranked(lines, about).stream().findFirst();
  }

  private static List<String> ranked(List<String> lines, String about) {
    var wanted = words(about);
    return lines.stream()
        .sorted(
            Comparator.comparingLong(
                    (String line) -> words(line).stream().filter(wanted::contains).count())
                .reversed())
        .toList();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 2)
        .collect(Collectors.toSet());
  }

  /// Sentences of some length; what fences documents off is none.
  private static List<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.length() > 10 && line.contains(" ") && !line.startsWith("<"))
        .toList();
  }
}
