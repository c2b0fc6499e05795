package dev.countersign.model.openai;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.countersign.model.AnswerSchema;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How many tokens a question has at most. For OpenAI's own models each text is counted as they
/// count it; for any other each byte is one, which no tokenizer over bytes can exceed. What the
/// provider puts around turns, tools and schemas is not published in full: more than is known of it
/// is added.
@Singleton
class CountTokens {
  private static final Pattern O200K =
      Pattern.compile("(gpt-(4o|4\\.1|4\\.5|5)|o[1-9]|chatgpt-4o).*");
  private static final Pattern CL100K = Pattern.compile("gpt-(4|3\\.5)(-.*)?");

  /// OpenAI's cookbook names three or four.
  private static final int AROUND_A_TURN = 8;

  private static final int AROUND_A_SCHEMA = 32;
  private static final int AROUND_ALL = 16;
  private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();

  long atMost(ModelRequest request) {
    ToLongFunction<String> count =
        encoding(request.model())
            .<ToLongFunction<String>>map(known -> known::countTokensOrdinary)
            .orElse(text -> text.getBytes(StandardCharsets.UTF_8).length);
    long turns = request.turns().stream().mapToLong(turn -> turn(turn, count)).sum();
    long tools = request.tools().stream().mapToLong(tool -> tool(tool, count)).sum();
    long schema = Stream.ofNullable(request.schema()).mapToLong(s -> schema(s, count)).sum();
    return AROUND_ALL + turns + tools + schema;
  }

  private static long turn(Turn turn, ToLongFunction<String> count) {
    return AROUND_A_TURN
        + switch (turn) {
          case Turn.Instruction(var text) -> count.applyAsLong(text);
          case Turn.Question(var text) -> count.applyAsLong(text);
          case Turn.Answer(var text, var calls) ->
              count.applyAsLong(text)
                  + calls.stream()
                      .mapToLong(call ->
                          AROUND_A_TURN
                              + count.applyAsLong(call.id())
                              + count.applyAsLong(call.tool())
                              + count.applyAsLong(call.arguments()))
                      .sum();
          case Turn.ToolResult(var call, var text) ->
              count.applyAsLong(call) + count.applyAsLong(text);
        };
  }

  private static long tool(ToolSpec tool, ToLongFunction<String> count) {
    return count.applyAsLong(tool.name())
        + count.applyAsLong(tool.description())
        + schema(tool.arguments(), count);
  }

  private static long schema(AnswerSchema schema, ToLongFunction<String> count) {
    return AROUND_A_SCHEMA
        + count.applyAsLong(schema.name())
        + count.applyAsLong(schema.schema().toString());
  }

  private Optional<Encoding> encoding(String model) {
    if (O200K.matcher(model).matches())
      return Optional.of(encodings.getEncoding(EncodingType.O200K_BASE));
    if (CL100K.matcher(model).matches())
      return Optional.of(encodings.getEncoding(EncodingType.CL100K_BASE));
    return Optional.empty();
  }
}
