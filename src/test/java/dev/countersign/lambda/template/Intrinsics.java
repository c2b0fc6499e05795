package dev.countersign.lambda.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// CloudFormation's functions, worked out:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>.
final class Intrinsics {
  private static final String NO_VALUE = "AWS::NoValue";
  private static final Pattern IN_SUB = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Names names;
  private final Map<String, Object> conditions;
  private final Map<String, Object> mappings;

  Intrinsics(Names names, Map<String, Object> conditions, Map<String, Object> mappings) {
    this.names = names;
    this.conditions = conditions;
    this.mappings = mappings;
  }

  /// That part of the template with nothing left to work out; null for what is left out.
  @Nullable Object value(@Nullable Object node) {
    return switch (node) {
      case Map<?, ?> map when map.size() == 1 -> oneOf(Nodes.map(map));
      case Map<?, ?> map -> entries(Nodes.map(map));
      case List<?> list -> elements(list);
      case null, default -> node;
    };
  }

  boolean holds(String condition) {
    return truth(conditions.get(condition));
  }

  private @Nullable Object oneOf(Map<String, Object> map) {
    String name = map.keySet().iterator().next();
    Object of = map.get(name);
    return switch (name) {
      case "Ref" -> NO_VALUE.equals(of) ? null : names.ref(text(of));
      case "Condition" -> of instanceof String condition ? (Object) holds(condition) : entries(map);
      case "Fn::GetAtt" -> names.attribute(String.join(".", Nodes.texts(value(of))));
      case "Fn::Sub" -> sub(Nodes.list(of));
      case "Fn::If" -> value(Nodes.list(of).get(holds(text(Nodes.list(of).get(0))) ? 1 : 2));
      case "Fn::Join" -> String.join(text(part(of, 0)), Nodes.texts(part(of, 1)));
      case "Fn::Split" -> List.of(text(part(of, 1)).split(Pattern.quote(text(part(of, 0))), -1));
      case "Fn::Select" -> Nodes.list(part(of, 1)).get(Integer.parseInt(text(part(of, 0))));
      case "Fn::FindInMap" ->
          Nodes.map(mappings, text(part(of, 0)), text(part(of, 1))).get(text(part(of, 2)));
      case "Fn::Equals" -> text(part(of, 0)).equals(text(part(of, 1)));
      case "Fn::Not" -> !truth(Nodes.list(of).getFirst());
      case "Fn::And" -> Nodes.list(of).stream().allMatch(this::truth);
      case "Fn::Or" -> Nodes.list(of).stream().anyMatch(this::truth);
      default -> entries(map);
    };
  }

  private boolean truth(@Nullable Object condition) {
    return Boolean.TRUE.equals(value(condition));
  }

  private @Nullable Object part(@Nullable Object of, int index) {
    return value(Nodes.list(of).get(index));
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private Map<String, Object> entries(Map<String, Object> map) {
    var values = new LinkedHashMap<String, Object>();
    map.forEach((name, node) -> {
      var value = value(node);
      if (value != null) values.put(name, value);
    });
    return values;
  }

  private List<Object> elements(List<?> list) {
    var values = new ArrayList<>();
    for (var node : list) {
      var value = value(node);
      if (value != null) values.add(value);
    }
    return values;
  }

  private String sub(List<Object> textAndOwn) {
    var own = entries(textAndOwn.size() > 1 ? Nodes.map(textAndOwn.get(1)) : Map.of());
    return IN_SUB
        .matcher(text(textAndOwn.getFirst()))
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1).isEmpty()
                    ? named(found.group(2), own)
                    : "${" + found.group(2) + "}"));
  }

  private String named(String name, Map<String, Object> own) {
    if (own.containsKey(name)) return text(own.get(name));
    return name.contains(".") ? names.attribute(name) : names.ref(name);
  }
}
