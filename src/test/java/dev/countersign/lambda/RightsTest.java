package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.lambda.template.EventSource;
import dev.countersign.lambda.template.FunctionSpec;
import dev.countersign.lambda.template.Statement;
import dev.countersign.lambda.template.Statement.Right;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each function's role allows what the function did in all these stories, and no more.
@Tag("lambda")
@ExtendWith(StageExtension.class)
class RightsTest {
  /// What may be granted and is not seen here, with the reason.
  private static final Map<String, String> UNSEEN =
      Map.ofEntries(
          Map.entry(".* logs:.*", "Lambda writes the logs, in the function's name"),
          Map.entry(
              ".* s3:(GetObject|PutObject) on .*/published/.*", "no workflow that ships publishes"),
          Map.entry(
              "Worker s3:GetObject on .*/calls/.*",
              "reads what a model said that is to be asked for a repair once more, after a crash"),
          Map.entry(
              ".* s3:ListBucket on .*", "only decides whether a missing object is a 404 or a 403"),
          Map.entry(
              ".* ses:.* on .*:identity/[^@]*",
              "SES has verified the address or its domain, one of them"),
          Map.entry(
              "(Worker|Sweeper|DeadLetters) dynamodb:DeleteItem on .*",
              "takes a request out of the inboxes when its time is up, after days"),
          Map.entry("Sweeper dynamodb:PutItem on .*", "writes that time was up, after days"),
          Map.entry("Sweeper s3:DeleteObject on .*", "looks for orphans later than a run lasts"),
          Map.entry(
              "(Sweeper|DeadLetters) (ses|secretsmanager):.*",
              "tells the reviewers whom a worker had no time to tell"),
          Map.entry(
              "DeadLetters dynamodb:GetItem on .*", "reads a job that somebody else holds by now"),
          Map.entry(
              "DeadLetters sqs:SendMessage on .*",
              "sends a job on its way that is found to be in order"));

  @Test
  void each_role_allows_every_call_that_its_function_made(
      Stage stage, MainJob job, Recovery recovery, Poison poison, Visits visits) {
    for (var function : stage.cloud().template().functions())
      assertThat(needed(stage, function))
          .as(function.id())
          .allMatch(right -> isAllowed(function, right));
  }

  @Test
  void no_role_allows_what_its_function_never_does(
      Stage stage, MainJob job, Recovery recovery, Poison poison, Visits visits) {
    var unused =
        stage.cloud().template().functions().stream()
            .flatMap(function -> unused(function, needed(stage, function)))
            .filter(grant -> UNSEEN.keySet().stream().noneMatch(grant::matches));

    assertThat(unused).isEmpty();
  }

  private static Stream<String> unused(FunctionSpec function, List<Right> needed) {
    return function.rights().stream()
        .flatMap(statement ->
            statement.actions().stream()
                .flatMap(action ->
                    statement.resources().stream()
                        .filter(resource -> !isUsed(action, resource, needed))
                        .map(
                            resource -> "%s %s on %s".formatted(function.id(), action, resource))));
  }

  private static boolean isUsed(String action, String resource, List<Right> needed) {
    var alone = new Statement(true, List.of(action), List.of(resource), Map.of());
    return needed.stream().anyMatch(alone::isAbout);
  }

  private static boolean isAllowed(FunctionSpec function, Right right) {
    var about = function.rights().stream().filter(statement -> statement.isAbout(right)).toList();
    return !about.isEmpty() && about.stream().allMatch(Statement::allows);
  }

  private static List<Right> needed(Stage stage, FunctionSpec function) {
    var rights = new CallRights(stage.cloud().template());
    var calls =
        stage.cloud().tap().seen().stream()
            .filter(call -> call.function().equals(function.id()))
            .flatMap(call -> rights.of(call).stream());
    var sources =
        function.events(EventSource.Queue.class).stream()
            .flatMap(queue -> CallRights.ofQueueSource(queue.arn()).stream());
    return Stream.concat(calls, sources).distinct().collect(Collectors.toList());
  }
}
