package dev.countersign.job;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `docs/state.md`, written from the transition table.
final class StateDiagram {
  private StateDiagram() {}

  static String markdown() {
    return """
    # How a job moves

    Written from `Transitions.RULES`; a test compares it. To write it again:
    `mvn test -Dtest=StateDiagramTest -Dcountersign.write-docs=true`.

    What is not here is refused, or ignored when it comes late. `Completed`, `Rejected`
    and `Expired` never change, `Canceled` only in what its receipt knows. `Failed` is left
    only by a person.

    ```mermaid
    stateDiagram-v2
        [*] --> Queued: submitted
    %s
    ```

    | in | when | then | status then |
    |---|---|---|---|
    %s
    """
        .formatted(
            rows().map(StateDiagram::arrow).collect(joining("\n")),
            rows().map(StateDiagram::line).collect(joining("\n")));
  }

  private record Row(String from, String event, String to) {}

  private static Stream<Row> rows() {
    return Transitions.RULES.stream()
        .flatMap(rule ->
            rule.to().stream()
                .map(Class::getSimpleName)
                .sorted()
                .map(to ->
                    new Row(rule.from().getSimpleName(), words(rule.event().getSimpleName()), to)));
  }

  private static String arrow(Row row) {
    return "    %s --> %s: %s".formatted(row.from(), row.to(), row.event());
  }

  private static String line(Row row) {
    return "| %s | %s | %s | `%s` |".formatted(row.from(), row.event(), row.to(), status(row.to()));
  }

  private static String words(String name) {
    return name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /// The public status of a state, as a job in it says.
  private static String status(String state) {
    return states().stream()
        .filter(s -> s.getClass().getSimpleName().equals(state))
        .map(JobState::status)
        .findFirst()
        .orElseThrow();
  }

  private static List<JobState> states() {
    return JobFixtures.everySituation().values().stream().map(Job::state).toList();
  }
}
