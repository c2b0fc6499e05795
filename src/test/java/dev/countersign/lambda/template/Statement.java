package dev.countersign.lambda.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A statement of an IAM policy.
///
/// @param conditions of the statement, by operator
public record Statement(
    boolean allows, List<String> actions, List<String> resources, Map<String, Object> conditions) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = Map.copyOf(conditions);
  }

  /// Whether it speaks of that call. Conditions are not looked at.
  public boolean isAbout(Right right) {
    return actions.stream().anyMatch(action -> right.isFor(action))
        && resources.stream().anyMatch(resource -> matches(resource, right.resource()));
  }

  /// One action on one resource.
  ///
  /// @param action as in `dynamodb:PutItem`
  /// @param resource its ARN
  public record Right(String action, String resource) {
    boolean isFor(String pattern) {
      return matches(pattern, action);
    }
  }

  static boolean matches(String pattern, String text) {
    var regex =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return text.matches("(?s)" + regex);
  }
}
