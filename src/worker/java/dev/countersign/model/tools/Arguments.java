package dev.countersign.model.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/// Reads what a model wrote as a tool's arguments, exactly as the schema says or not at all:
/// nothing is missing, unknown, doubled, null or turned into another type.
sealed interface Arguments<A> {
  int MOST_CHARS = 16_000;
  JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  record Good<A>(A value) implements Arguments<A> {}

  /// @param why for the model; nothing of what it wrote
  record Bad<A>(String why) implements Arguments<A> {}

  static <A extends Record> Arguments<A> of(Tool<A> tool, String json) {
    if (json.length() > MOST_CHARS)
      return new Bad<>("The arguments are longer than %d characters.".formatted(MOST_CHARS));
    try {
      var value = STRICT.readValue(json, tool.arguments());
      return value == null ? new Bad<>("The arguments are null.") : new Good<>(value);
    } catch (ValueInstantiationException e) {
      return new Bad<>("The arguments are not allowed: " + reason(e) + ".");
    } catch (MismatchedInputException e) {
      return new Bad<>("The arguments are not as the schema says" + place(e) + ".");
    } catch (JsonProcessingException e) {
      return new Bad<>("The arguments are no JSON object.");
    }
  }

  /// What the record's own constructor says.
  private static String reason(ValueInstantiationException e) {
    return e.getCause() instanceof IllegalArgumentException own
        ? String.valueOf(own.getMessage())
        : "they do not fit together";
  }

  /// Names of the record's components only: an unknown name is the model's own word.
  private static String place(MismatchedInputException e) {
    var path =
        e.getPath().stream()
            .map(step -> step.getFieldName())
            .filter(name -> name != null && name.matches("[a-z_]{1,40}"))
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : ", at " + path;
  }
}
