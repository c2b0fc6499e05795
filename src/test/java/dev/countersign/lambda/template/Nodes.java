package dev.countersign.lambda.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is in a template's tree, with the types that it must have there.
final class Nodes {
  private Nodes() {}

  /// The mapping in that place, empty where there is none.
  static Map<String, Object> map(@Nullable Object node) {
    if (node == null) return Map.of();
    if (!(node instanceof Map<?, ?> map))
      throw new IllegalArgumentException("a mapping is wanted, not " + node);
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  /// The mapping under these names, one in the other.
  static Map<String, Object> map(Map<String, Object> from, String... names) {
    var found = from;
    for (var name : names) found = map(found.get(name));
    return found;
  }

  /// The list in that place; one thing alone is a list of one, nothing an empty one.
  static List<Object> list(@Nullable Object node) {
    if (node == null) return List.of();
    return node instanceof List<?> list ? List.copyOf(list) : List.of(node);
  }

  static List<String> texts(@Nullable Object node) {
    return list(node).stream().map(String::valueOf).toList();
  }

  static String text(Map<String, Object> from, String name) {
    var value = from.get(name);
    if (value == null) throw new IllegalArgumentException(name + " is missing in " + from);
    return value.toString();
  }

  static String text(Map<String, Object> from, String name, String otherwise) {
    return from.getOrDefault(name, otherwise).toString();
  }

  static int number(Map<String, Object> from, String name, int otherwise) {
    return Integer.parseInt(text(from, name, Integer.toString(otherwise)));
  }

  /// Both mappings, deep; where they differ, what is special wins and lists are joined, as SAM does
  /// with its Globals.
  static Map<String, Object> merged(Map<String, Object> general, Map<String, Object> special) {
    var merged = new LinkedHashMap<String, Object>(general);
    special.forEach((name, value) -> merged.merge(name, value, Nodes::both));
    return merged;
  }

  private static Object both(Object general, Object special) {
    if (general instanceof Map<?, ?> && special instanceof Map<?, ?>)
      return merged(map(general), map(special));
    if (general instanceof List<?> first && special instanceof List<?> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
    return special;
  }
}
