package dev.countersign;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The flow `http -> submit -> queue -> worker -> step -> checkpoint -> approval -> effect` is also
/// the order in which packages may know each other.
class FlowTest {
  /// A package may import from its own line and from those above it.
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("job"),
          Set.of("workflow"),
          Set.of("store", "queue", "source"),
          Set.of("approval", "effect", "notify", "model"),
          Set.of("submit", "packet", "receipt"),
          Set.of("worker"),
          Set.of("signin"),
          Set.of("http", "page"),
          Set.of("local", "verify"));

  /// What the API function is built from, and what only the worker function has.
  private static final Set<String> IN_THE_API =
      Set.of(
          "job",
          "workflow",
          "store",
          "queue",
          "approval",
          "submit",
          "receipt",
          "signin",
          "http",
          "page");

  private static final Set<String> IN_THE_WORKER_ONLY =
      Set.of("source", "effect", "notify", "model", "packet", "worker");

  @Test
  void every_package_has_its_place_in_the_flow() {
    var stages = ProjectClasses.ALL.stream().map(ProjectClasses::stage).collect(toSet());

    assertThat(LAYERS.stream().flatMap(Set::stream)).containsAll(stages);
  }

  @Test
  void packages_import_only_down_the_flow() {
    assertThat(imports(edge -> layer(to(edge)) > layer(from(edge)))).isEmpty();
  }

  @Test
  void packages_of_one_layer_do_not_know_each_other_in_circles() {
    slices()
        .matching(ProjectClasses.ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(ProjectClasses.ALL);
  }

  @Test
  void the_api_can_be_built_without_the_worker() {
    assertThat(
            imports(
                edge -> IN_THE_API.contains(from(edge)) && IN_THE_WORKER_ONLY.contains(to(edge))))
        .isEmpty();
  }

  @Test
  void the_core_knows_nothing_but_java() {
    var foreign =
        edges()
            .filter(edge -> from(edge).equals("job") && !to(edge).equals("job"))
            .map(edge -> edge.getTargetClass().getPackageName())
            .filter(name -> !name.startsWith("java.") && !name.startsWith("org.jspecify."));

    assertThat(foreign).isEmpty();
  }

  private static Stream<String> imports(Predicate<Dependency> wrong) {
    return edges()
        .filter(edge -> !to(edge).isEmpty() && wrong.test(edge))
        .map(Dependency::getDescription)
        .distinct();
  }

  private static Stream<Dependency> edges() {
    return ProjectClasses.ALL.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  private static String from(Dependency edge) {
    return ProjectClasses.stage(edge.getOriginClass());
  }

  private static String to(Dependency edge) {
    return ProjectClasses.stage(edge.getTargetClass().getBaseComponentType());
  }

  private static int layer(String stage) {
    for (int i = 0; i < LAYERS.size(); i++) if (LAYERS.get(i).contains(stage)) return i;
    throw new AssertionError(stage + " has no place in the flow");
  }
}
