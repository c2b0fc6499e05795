package dev.countersign.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is reserved for a question is never less than what it takes.
class CountTokensTest {
  record Line(String quote, int page) {}

  /// Loading one takes a while.
  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  private static final CountTokens TOKENS = new CountTokens();

  static Stream<String> texts() {
    return Stream.of(
        "Bid of ACME GmbH, 12.345,67 EUR, gültig bis 31.01.2026.",
        "入札 価格は ¥1,234,567 です。",
        "|---|---|---:|\n| a | b |  1 |\n".repeat(50),
        "<|endoftext|> <|im_start|>system",
        "    \t\t\n\n\n".repeat(30),
        "\uD83D\uDCC4\uD83E\uDD16 \u0000\u0001 \uFFFD",
        "x".repeat(20_000),
        random(1),
        random(2));
  }

  /// OpenAI's cookbook: three tokens around each message, the role, and three before the answer.
  @ParameterizedTest
  @MethodSource("texts")
  void a_conversation_is_bounded_as_openai_counts_it(String text) {
    var o200k = ENCODINGS.getEncoding(EncodingType.O200K_BASE);
    long counted = 3 + 2 * 4 + 2L * o200k.countTokensOrdinary(text);

    long bound = TOKENS.atMost(asking("gpt-5-mini", text));

    assertThat(bound).isBetween(counted, counted + 64);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void for_a_model_that_is_not_known_no_tokenizer_over_bytes_counts_more(String text) {
    long bound = TOKENS.atMost(asking("llama-4-something", text));

    assertThat(EncodingType.values())
        .allSatisfy(type -> {
          var encoding = ENCODINGS.getEncoding(type);
          assertThat(2L * encoding.countTokensOrdinary(text) + 11).isLessThanOrEqualTo(bound);
        });
    assertThat(bound).isGreaterThan(2L * text.getBytes(StandardCharsets.UTF_8).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-5",
        "gpt-5-mini-2025-08-07",
        "gpt-4o",
        "gpt-4.1-nano",
        "o3",
        "o4-mini",
        "gpt-4-turbo"
      })
  void a_model_of_openai_is_not_charged_by_the_byte(String model) {
    var text = "The price is stated on page three of the offer. ".repeat(100);

    assertThat(TOKENS.atMost(asking(model, text))).isLessThan(text.length());
  }

  @Test
  void schemas_tools_and_what_they_said_count() {
    var schema = Shape.of(Line.class).schema();
    var bare = new ModelRequest("o3", turns(), null, List.of(), 9, Map.of());
    var full =
        new ModelRequest(
            "o3", turns(), schema, List.of(new ToolSpec("find", "Finds.", schema)), 9, Map.of());
    var o200k = ENCODINGS.getEncoding(EncodingType.O200K_BASE);

    assertThat(TOKENS.atMost(bare)).isGreaterThan(o200k.countTokensOrdinary("Page 12 of 40") + 20);
    assertThat(TOKENS.atMost(full) - TOKENS.atMost(bare))
        .isGreaterThan(2L * o200k.countTokensOrdinary(schema.schema().toString()));
  }

  private static List<Turn> turns() {
    return List.of(
        new Turn.Question("Where?"),
        new Turn.Answer("", List.of(new ToolCall("call_1", "find", "{\"page\":1}"))),
        new Turn.ToolResult("call_1", "Page 12 of 40"));
  }

  private static ModelRequest asking(String model, String text) {
    return new ModelRequest(
        model,
        List.of(new Turn.Instruction(text), new Turn.Question(text)),
        null,
        List.of(),
        9,
        Map.of());
  }

  private static String random(long seed) {
    return new Random(seed)
        .ints(2000, 0, 0x2FFFF)
        .filter(Character::isDefined)
        .filter(point -> point < 0xD800 || point > 0xDFFF)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
