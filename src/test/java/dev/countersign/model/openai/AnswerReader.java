package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers a question on documents with the lines that share the most words with it, word for word
/// and with their places; nothing when no line shares two of them.
final class AnswerReader implements Function<Asked, Optional<Play>> {
  private static final int MOST_LINES = 3;
  private static final int SHARED_WORDS = 2;
  private final ObjectMapper json = new ObjectMapper();

  private record Line(Block page, String text, long shared) {}

  /// Empty when it is asked something else.
  @Override
  public Optional<Play> apply(Asked asked) {
    if (!asked.schemaName().equals("drafted")) return Optional.empty();
    return Optional.of(Play.says(answer(Block.in(asked.said("user")))));
  }

  private String answer(List<Block> blocks) {
    var wanted =
        blocks.stream()
            .filter(block -> block.name().equals("question"))
            .flatMap(block -> words(block.text()).stream())
            .collect(Collectors.toSet());
    var best =
        blocks.stream()
            .filter(Block::isPage)
            .flatMap(page -> lines(page, wanted))
            .filter(line -> line.shared() >= SHARED_WORDS)
            .sorted(Comparator.comparingLong(Line::shared).reversed())
            .limit(MOST_LINES)
            .toList();
    return written(best);
  }

  private String written(List<Line> best) {
    var answer = json.createObjectNode().put("stated", !best.isEmpty());
    var sentences = answer.putArray("sentences");
    for (var line : best)
      sentences
          .addObject()
          .put("sentence", line.text())
          .putArray("quotes")
          .addObject()
          .put("source", line.page().source())
          .put("page", line.page().page())
          .put("quote", line.text());
    return answer.toString();
  }

  private static Stream<Line> lines(Block page, Set<String> wanted) {
    return page.text()
        .lines()
        .map(String::strip)
        .map(line -> new Line(page, line, words(line).stream().filter(wanted::contains).count()));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 2)
        .collect(Collectors.toSet());
  }
}
