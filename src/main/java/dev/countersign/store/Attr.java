package dev.countersign.store;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Attribute values: texts, whole numbers, and times as epoch seconds with their fraction.
final class Attr {
  private Attr() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /// Exact: the table keeps 38 digits.
  static AttributeValue money(BigDecimal usd) {
    return AttributeValue.fromN(usd.toPlainString());
  }

  static AttributeValue time(Instant at) {
    return AttributeValue.fromN(
        BigDecimal.valueOf(at.getEpochSecond())
            .add(BigDecimal.valueOf(at.getNano(), 9))
            .toPlainString());
  }

  static AttributeValue texts(Map<String, String> values) {
    var map = new HashMap<String, AttributeValue>();
    values.forEach((name, value) -> map.put(name, text(value)));
    return AttributeValue.fromM(map);
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(requireNonNull(item.get(name), name).n());
  }

  static BigDecimal money(Map<String, AttributeValue> item, String name) {
    return new BigDecimal(requireNonNull(item.get(name), name).n());
  }

  static Instant time(Map<String, AttributeValue> item, String name) {
    var seconds = new BigDecimal(requireNonNull(item.get(name), name).n());
    var whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }
}
