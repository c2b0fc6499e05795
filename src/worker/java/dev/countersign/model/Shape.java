package dev.countersign.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A record as the form of a model's answer, or of a tool's arguments: its strict JSON schema, and
/// how a text is read back. Components are text, whole numbers, `BigDecimal`, booleans, enums,
/// dates, records, and lists of these; in JSON their names are in snake_case. One that is
/// `@Nullable` may be null, none may be missing, and nothing else may be there.
public final class Shape<T> {
  /// Models that are not held to a schema like to put JSON between Markdown's fences.
  private static final Pattern FENCED =
      Pattern.compile("\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);

  private final Class<T> type;
  private final AnswerSchema schema;
  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Shape(Class<T> type) {
    this.type = type;
    var name = type.getSimpleName().toLowerCase(Locale.ROOT);
    this.schema = new AnswerSchema(name, RecordSchema.of(type));
  }

  /// @throws IllegalArgumentException when it is no record, or one that a strict schema cannot say
  public static <T> Shape<T> of(Class<T> record) {
    return new Shape<>(record);
  }

  public AnswerSchema schema() {
    return schema;
  }

  public Reading<T> read(String text) {
    try {
      var fenced = FENCED.matcher(text);
      var node = json.readTree(fenced.matches() ? fenced.group(1) : text);
      if (node.isMissingNode()) return new Reading.NotJson<>("There is nothing.");
      var problems = HeldTo.schema(schema.schema(), node);
      return problems.isEmpty() ? made(node) : new Reading.WrongShape<>(problems);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      return new Reading.NotJson<>(
          at == null
              ? "It is not one JSON value."
              : "Not JSON at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    }
  }

  /// What a record refuses of its own, e.g. an empty name, is a wrong shape, too.
  private Reading<T> made(JsonNode node) {
    try {
      return new Reading.Read<>(json.treeToValue(node, type));
    } catch (JsonMappingException e) {
      var place = new StringBuilder();
      for (var step : e.getPath())
        place
            .append('/')
            .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      var cause =
          e.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : null;
      return new Reading.WrongShape<>(
          List.of(place + ": " + (cause == null ? "cannot be read" : cause)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has no syntax", e);
    }
  }
}
