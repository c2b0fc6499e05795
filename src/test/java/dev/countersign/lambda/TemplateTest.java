package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.countersign.lambda.template.EventSource;
import dev.countersign.lambda.template.FunctionSpec;
import dev.countersign.worker.DeadLettersLambda;
import dev.countersign.worker.SweeperLambda;
import dev.countersign.worker.WorkerLambda;
import jakarta.inject.Named;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The template names what is in the build, and gives the code what it needs.
@Tag("lambda")
@ExtendWith(StageExtension.class)
class TemplateTest {
  private static final String HANDLER = "QUARKUS_LAMBDA_HANDLER";
  private static final String OURS = "COUNTERSIGN_";

  @Test
  void every_function_has_its_package_and_its_handler_in_it(Stage stage) throws IOException {
    for (var function : functions(stage)) {
      var contents = new FunctionZip(Path.of(function.code())).contents();
      var type = function.handler().split("::", 2)[0].replace('.', '/') + ".class";
      assertThat(contents).as(function.id()).containsAnyOf(type, "bootstrap");
    }
  }

  @Test
  void every_named_handler_is_a_bean_of_the_worker(Stage stage) {
    var beans =
        Stream.of(WorkerLambda.class, SweeperLambda.class, DeadLettersLambda.class)
            .flatMap(bean -> Stream.of(bean.getAnnotationsByType(Named.class)))
            .map(Named::value)
            .toList();
    var named =
        functions(stage).stream()
            .filter(function -> flavor(function).equals("worker"))
            .map(function -> function.environment().getOrDefault(HANDLER, "none"))
            .toList();

    assertThat(named).containsExactlyInAnyOrderElementsOf(beans);
  }

  @Test
  void every_variable_that_is_given_is_read(Stage stage) {
    for (var function : functions(stage))
      assertThat(settings(function, false)).as(function.id()).containsAll(given(function));
  }

  @Test
  void every_variable_that_is_needed_is_given(Stage stage) {
    for (var function : functions(stage))
      assertThat(given(function)).as(function.id()).containsAll(settings(function, true));
  }

  @Test
  void a_queue_hides_a_message_for_at_least_six_times_as_long_as_its_function_may_take(
      Stage stage) {
    var template = stage.cloud().template();
    for (var function : functions(stage))
      for (var queue : function.events(EventSource.Queue.class)) {
        var resource =
            template
                .idsOf("AWS::SQS::Queue")
                .filter(id -> template.names().attribute(id + ".Arn").equals(queue.arn()))
                .map(template::resource)
                .findFirst();
        assertThat(resource).as(function.id()).isPresent();
        assertThat(Integer.parseInt(resource.get().properties().get("VisibilityTimeout") + ""))
            .isGreaterThanOrEqualTo((int) function.timeout().toSeconds() * 6);
        assertThat(queue.reportsFailures()).as(function.id()).isTrue();
      }
  }

  @Test
  void the_worker_gets_one_job_at_a_time(Stage stage) {
    var queues = stage.cloud().function("Worker").spec().events(EventSource.Queue.class);

    assertThat(queues).singleElement().extracting(EventSource.Queue::batchSize).isEqualTo(1);
  }

  @Test
  void cfn_lint_finds_nothing() throws IOException, InterruptedException {
    assumeThat(isOnThePath("cfn-lint")).isTrue();
    var lint =
        new ProcessBuilder("cfn-lint", "template.yaml", "infra/*.yaml")
            .redirectErrorStream(true)
            .start();

    assertThat(new String(lint.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(lint.waitFor()).isZero();
  }

  private static List<FunctionSpec> functions(Stage stage) {
    return stage.cloud().template().functions();
  }

  private static String flavor(FunctionSpec function) {
    return Path.of(function.code()).getName(1).toString();
  }

  private static Set<String> settings(FunctionSpec function, boolean neededOnly) {
    return Settings.of(flavor(function)).stream()
        .filter(setting -> setting.needed() || !neededOnly)
        .map(Settings::name)
        .filter(name -> name.startsWith(OURS))
        .collect(Collectors.toSet());
  }

  private static Set<String> given(FunctionSpec function) {
    return function.environment().keySet().stream()
        .filter(name -> name.startsWith(OURS))
        .collect(Collectors.toSet());
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }
}
