package dev.countersign.lambda.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A function as the template deploys it.
///
/// @param id its logical id
/// @param code the path of its package
/// @param memory in MB
/// @param events what invokes it, by the event's name
/// @param rights what its role allows and denies
public record FunctionSpec(
    String id,
    String code,
    String handler,
    String runtime,
    int memory,
    Duration timeout,
    boolean snapStart,
    Map<String, String> environment,
    Map<String, EventSource> events,
    List<Statement> rights) {
  public FunctionSpec {
    environment = Map.copyOf(environment);
    events = Map.copyOf(events);
    rights = List.copyOf(rights);
  }

  /// The same function with another time limit.
  public FunctionSpec limitedTo(Duration limit) {
    return new FunctionSpec(
        id, code, handler, runtime, memory, limit, snapStart, environment, events, rights);
  }

  /// The same function from another package.
  public FunctionSpec from(String otherCode) {
    return new FunctionSpec(
        id, otherCode, handler, runtime, memory, timeout, snapStart, environment, events, rights);
  }

  /// All of its events of that kind.
  public <E extends EventSource> List<E> events(Class<E> kind) {
    return events.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
