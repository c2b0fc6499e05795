package dev.countersign.lambda.template;

import java.util.HashMap;
import java.util.Map;

/// Where the names in a template lead.
///
/// @param refs what `!Ref` gives, by parameter, pseudo parameter or logical id
/// @param attributes what `!GetAtt` gives, by `Id.Attribute`
public record Names(Map<String, String> refs, Map<String, String> attributes) {
  public Names {
    refs = Map.copyOf(refs);
    attributes = Map.copyOf(attributes);
  }

  /// These and those; those win.
  public Names and(Names more) {
    return new Names(joined(refs, more.refs), joined(attributes, more.attributes));
  }

  public String ref(String name) {
    return known(refs, name, "!Ref ");
  }

  public String attribute(String name) {
    return known(attributes, name, "!GetAtt ");
  }

  private static String known(Map<String, String> names, String name, String how) {
    var value = names.get(name);
    if (value == null)
      throw new IllegalArgumentException(
          how + name + " leads nowhere; known are " + names.keySet());
    return value;
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
