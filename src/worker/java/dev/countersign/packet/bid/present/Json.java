package dev.countersign.packet.bid.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The small forms that `comparison.json` is built of: money, places, what is stated and what is
/// not.
final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> node) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(node.apply(value)));
    return array;
  }

  static ArrayNode numbers(List<Integer> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }

  static ArrayNode texts(List<String> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }

  static ObjectNode place(Citation citation) {
    return object()
        .put("source", citation.source())
        .put("document", citation.document())
        .put("page", citation.page())
        .put("quote", citation.quote());
  }

  /// Money as it is everywhere outside `items`, `totals` and `flags`: a decimal string.
  static @Nullable ObjectNode money(@Nullable BigDecimal amount, String currency) {
    if (amount == null) return null;
    return object().put("amount", amount.toPlainString()).put("currency", currency);
  }

  static @Nullable ObjectNode money(@Nullable Stated<BigDecimal> stated, String currency) {
    if (stated == null) return null;
    ObjectNode money = object();
    money.put("amount", stated.value().toPlainString()).put("currency", currency);
    return money.set("citation", place(stated.citation()));
  }

  /// A value with its place, or `not_stated` with the pages that were searched for it.
  static <T> ObjectNode stated(@Nullable Stated<T> stated, List<Integer> searched) {
    if (stated == null) {
      return object().put("not_stated", true).set("searched", numbers(searched));
    }
    ObjectNode node = object();
    if (stated.value() instanceof List<?> list) {
      ArrayNode values = node.putArray("value");
      list.forEach(value -> values.add(Integer.parseInt(value.toString())));
    } else {
      node.put("value", stated.value().toString());
    }
    return node.set("citation", place(stated.citation()));
  }

  static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  static byte[] bytes(ObjectNode root) {
    try {
      return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes cannot fail to be written", e);
    }
  }
}
